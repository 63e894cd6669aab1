import { expect, it } from 'vitest';
import { withQuestionInFront } from './questions-behind.ts';

it.each([
  ['saturday what do i have then', 'what do i have saturday'],
  ['so the low priority things what are they', 'show the low priority things'],
  ['today got what to do ah?', 'what do i have today'],
  ['the rent, when is it due again?', 'when is the rent due'],
  ['the tax thing did i do it already', 'is the tax thing done'],
  ['milk, do i have that on my list', 'show milk'],
  ['open tasks, how many are there?', 'how many open tasks'],
  ['what do i have today', undefined],
  ['add call mom', undefined],
])('%s', (said, meant) => {
  expect(withQuestionInFront(said)).toBe(meant);
});
