import { expect, it } from 'vitest';
import { withVerbInFront } from './verb-behind.ts';

it.each([
  ['the milk task please delete', 'delete the milk task'],
  ['please the rent to pay you add', 'add the rent to pay'],
  ['the gym task to saturday please you move', 'move the gym task to saturday'],
  ['the email to Tariq please to mark finished', 'mark the email to Tariq as finished'],
  ['the report is complete', 'the report is complete'],
  ['what should I delete', 'what should I delete'],
  ['mark milk complete', 'mark milk complete'],
])('%s', (said, meant) => {
  expect(withVerbInFront(said)).toBe(meant);
});
