import { expect, it } from 'vitest';
import { tidy } from './tidy.ts';

it.each([
  ['would you mind jotting down milk', 'jot down milk'],
  ['would you mind removing task 2', 'remove task 2'],
  ['remind me 2 call bob', 'remind me to call bob'],
  ['buy 2 melons', 'buy 2 melons'],
  ['recharge tomorrow only', 'recharge tomorrow'],
  ['taxes; due friday; high priority', 'taxes, due friday, high priority'],
  ['wut shud i do', 'what should i do'],
  ['um, add uh milk', 'add milk'],
])('%s', (said, meant) => {
  expect(tidy(said)).toBe(meant);
});
