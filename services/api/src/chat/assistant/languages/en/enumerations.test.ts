import { expect, it } from 'vitest';
import { withListAnnounced } from './enumerations.ts';

it.each([
  [
    'three things for the list first one is vacuum the stairs second one wash the dog and then third one fix the shelf',
    'add these tasks: vacuum the stairs; wash the dog; fix the shelf',
  ],
  [
    'hoover, mop the kitchen, change the sheets. three tasks',
    'add these tasks: hoover, mop the kitchen, change the sheets',
  ],
  ['add eggs and bread 2 separate tasks', 'add these tasks: eggs and bread'],
  ['i completed three tasks', 'i completed three tasks'],
  ['delete the first one and the second one', 'delete the first one and the second one'],
])('%s', (said, meant) => {
  expect(withListAnnounced(said)).toBe(meant);
});
