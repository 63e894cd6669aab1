import { expect, it } from 'vitest';
import { withTopicInside } from './topics.ts';

it.each([
  ['so the essay one can you make that high priority', 'make the essay one high priority'],
  ['the landlord one tag that one with home', 'tag the landlord one with home'],
  ['the one about mum change the name to phone mum', 'change the name of the one about mum to phone mum'],
  ['the last one on my list, make it for sunday', 'make the last one on my list for sunday'],
  [
    'number one and number three those should be high priority',
    'number one and number three should be high priority',
  ],
  [
    'the description on plan trip is wrong change it to ferry',
    'change the description on plan trip to ferry',
  ],
  ['the milk and the bread, theyre both done', 'the milk and the bread are both done'],
  ['number one isnt that important just make it a medium', 'make number one a medium'],
  ['the car wash sorry i said friday didnt i so change that to sunday', 'change the car wash to sunday'],
  [
    'the fifth of december thats when the renewal is due so set that',
    'the renewal is due on the fifth of december',
  ],
  ['task 2, i want that it is for tomorrow', 'task 2 is for tomorrow'],
  ['add milk and make it urgent', undefined],
  ['i called mom so mark it done', undefined],
])('%s', (said, meant) => {
  expect(withTopicInside(said)).toBe(meant);
});
