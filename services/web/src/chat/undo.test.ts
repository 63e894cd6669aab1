import { expect, test } from 'vitest';
import type { Task } from '../api-client/types.ts';
import { type Change, toolCallOf } from './tool-call.ts';
import { isReversible, standingOf } from './undo.ts';

const call = (status: Change, previous?: object, input: object = { task_id: 1 }) =>
  toolCallOf({
    type: 'dynamic-tool',
    toolName: 'update_task',
    toolCallId: 'c',
    state: 'output-available',
    input,
    output: { task_id: 1, status, title: 'Milk', ...(previous ? { previous } : {}) },
  });

const milk = {
  id: 1,
  title: 'Milk',
  completed: false,
  due_date: null,
  tags: [] as string[],
} as unknown as Task;

test.each([
  ['created', [milk], 'stands'],
  ['created', [], 'undone'],
  ['restored', [milk], 'stands'],
  ['restored', [], 'undone'],
  ['deleted', [], 'stands'],
  ['deleted', [milk], 'undone'],
  ['completed', [{ ...milk, completed: true }], 'stands'],
  ['completed', [milk], 'undone'],
  ['completed', [], 'overtaken'],
  ['pending', [milk], 'stands'],
  ['pending', [{ ...milk, completed: true }], 'undone'],
] as const)('%s with %j: %s', (status, tasks, expected) => {
  expect(standingOf(call(status), tasks)).toBe(expected);
});

test('a change is taken back only while it is as it was left', () => {
  const renamed = call('updated', { title: 'Mlik' }, { task_id: 1, title: ' Milk ' });
  expect(standingOf(renamed, [milk])).toBe('stands');
  expect(standingOf(renamed, [{ ...milk, title: 'Mlik' }])).toBe('undone');
  expect(standingOf(renamed, [{ ...milk, title: 'Oat milk' }])).toBe('overtaken');
  expect(standingOf(renamed, [])).toBe('overtaken');
});

test('a moment is the same however it is written', () => {
  const moved = call(
    'updated',
    { due_at: null, due_date: null },
    { task_id: 1, due_at: '2026-11-27T11:00:00+01:00' },
  );
  const now = { ...milk, due_at: '2026-11-27T10:00:00.000Z' };
  expect(standingOf(moved, [now])).toBe('stands');
});

test('what tells nothing of before cannot be taken back', () => {
  expect(isReversible(call('updated', { title: 'Mlik' }))).toBe(true);
  expect(isReversible(call('updated'))).toBe(false);
  expect(isReversible(call('created'))).toBe(true);
});
