import { expect, it } from 'vitest';
import { stands } from './standing-deeds.ts';

const open = { completed: false, title: 'Milk', tags: ['shop'], due_date: null };

it.each([
  ['created', {}, open, true],
  ['created', {}, undefined, false],
  ['restored', {}, open, true],
  ['deleted', {}, undefined, true],
  ['deleted', {}, open, false],
  ['completed', {}, { ...open, completed: true }, true],
  ['completed', {}, open, false],
  ['completed', {}, undefined, false],
  ['pending', {}, open, true],
  ['pending', {}, { ...open, completed: true }, false],
  ['updated', { previous: { title: 'Bread' } }, open, true],
  ['updated', { previous: { title: 'Milk', tags: ['shop'], due_date: null } }, open, false],
  ['updated', { previous: { tags: [] } }, open, true],
  ['something else', {}, open, false],
] as const)('%s %j stands over %j: %s', (status, result, task, expected) => {
  expect(stands({ status, ...result }, task)).toBe(expected);
});
