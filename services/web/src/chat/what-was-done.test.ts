import { expect, test } from 'vitest';
import { toolCallOf } from './tool-call.ts';
import { deedOf } from './what-was-done.ts';

function deed(toolName: string, input: object, output: object) {
  const call = { type: 'dynamic-tool', toolCallId: 'c', state: 'output-available' } as const;
  return deedOf(toolCallOf({ ...call, toolName, input, output }));
}

const updated = (input: object, previous: object = {}) =>
  deed('update_task', { task_id: 1, ...input }, { task_id: 1, status: 'updated', title: 'Milk', previous });

test('what was added is told with when it is due', () => {
  const created = { task_id: 1, status: 'created', title: 'Milk' };
  expect(deed('add_task', { title: 'Milk' }, created)).toEqual({ key: 'add_task' });
  expect(deed('add_task', { title: 'Milk', due_date: '2026-11-22' }, created)).toEqual({
    key: 'addedFor',
    due: { due_date: '2026-11-22', due_at: null },
  });
});

test('a recurring task that is done tells of the next one', () => {
  const done = { task_id: 1, status: 'completed', title: 'Water' };
  expect(deed('complete_task', { task_id: 1 }, done)).toEqual({ key: 'complete_task' });
  const next = { task_id: 2, due_date: '2026-11-23', due_at: null };
  expect(deed('complete_task', { task_id: 1 }, { ...done, next })).toEqual({
    key: 'nextMadeFor',
    due: { due_date: '2026-11-23', due_at: null },
  });
  const reopened = { task_id: 1, status: 'pending', title: 'Water' };
  expect(deed('complete_task', { task_id: 1, completed: false }, reopened)).toEqual({
    key: 'complete_taskReopened',
  });
});

test.each([
  [{ due_date: '2026-11-27' }, {}, { key: 'movedTo', due: { due_date: '2026-11-27', due_at: null } }],
  [
    { due_at: '2026-11-27T10:00:00Z', due_date: null },
    {},
    { key: 'movedTo', due: { due_date: null, due_at: '2026-11-27T10:00:00Z' } },
  ],
  [{ due_date: null }, { due_date: '2026-11-27' }, { key: 'undated' }],
  [{ title: 'Milk' }, { title: 'Mlik' }, { key: 'renamed', before: 'Mlik' }],
  [{ priority: 'high' }, {}, { key: 'prioritized_high' }],
  [{ recurrence: 'FREQ=DAILY' }, {}, { key: 'repeats' }],
  [{ recurrence: null }, {}, { key: 'repeatsNoMore' }],
  [{ tags: ['a'] }, {}, { key: 'update_task' }],
  [{ title: 'Milk', priority: 'high' }, {}, { key: 'update_task' }],
])('a change of %j is told as %j %j', (input, previous, expected) => {
  expect(updated(input, previous)).toEqual(expected);
});

test('a list tells how much it found, if it is whole', () => {
  expect(deed('list_tasks', {}, { tasks: [{}, {}] })).toEqual({ key: 'found', count: 2 });
  expect(deed('list_tasks', {}, { tasks: [{}, {}], next: 'x' })).toEqual({ key: 'list_tasks' });
});
