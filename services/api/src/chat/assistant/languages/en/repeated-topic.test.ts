import { expect, it } from 'vitest';
import { withoutFirstNaming } from './repeated-topic.ts';

it.each([
  ['so the call can you change the call to tomorrow', 'change the call to tomorrow'],
  [
    'fix bike has got tags on it and i want all the tags gone from fix bike',
    'all the tags gone from fix bike',
  ],
  [
    'number three theres no rush on that so put number three on low priority',
    'put number three on low priority',
  ],
  [
    'the car doesnt need a date, just remove the due date from wash the car',
    'remove the due date from wash the car',
  ],
  ['add milk and then add bread', undefined],
  ['delete task 2', undefined],
])('%s', (said, meant) => {
  expect(withoutFirstNaming(said)).toBe(meant);
});
