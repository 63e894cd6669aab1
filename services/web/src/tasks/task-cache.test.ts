import { expect, test } from 'vitest';
import type { Task } from '../api-client/types.ts';
import { draftTask, visibleTasks, withoutTask, withTask } from './task-cache.ts';

const task = (id: number, fields: Partial<Task> = {}): Task => ({
  ...draftTask(`Task ${id}`),
  id,
  ...fields,
});

test('a changed task takes the place of its former self', () => {
  const tasks = withTask([task(1), task(2)], task(1, { title: 'New' }));
  expect(tasks.map(({ id, title }) => [id, title])).toEqual([
    [2, 'Task 2'],
    [1, 'New'],
  ]);
});

test('a created task takes the place of one draft only', () => {
  const drafts = [task(-1, { title: 'Milk' }), task(-2, { title: 'Milk' }), task(-3, { title: 'Eggs' })];
  expect(withTask(drafts, task(7, { title: 'Milk' })).map(({ id }) => id)).toEqual([-2, -3, 7]);
});

test('a deleted task is gone', () => {
  expect(withoutTask([task(1), task(2)], 1).map(({ id }) => id)).toEqual([2]);
});

test('open tasks come by number, drafts after them, then what was done last', () => {
  const tasks = [
    task(4, { completed: true, updated_at: '2026-11-20T10:00:00Z' }),
    task(-1),
    task(3),
    task(5, { completed: true, updated_at: '2026-11-21T10:00:00Z' }),
    task(1),
  ];
  const ids = (filter: 'all' | 'pending' | 'completed') => visibleTasks(tasks, filter).map(({ id }) => id);
  expect(ids('all')).toEqual([1, 3, -1, 5, 4]);
  expect(ids('pending')).toEqual([1, 3, -1]);
  expect(ids('completed')).toEqual([5, 4]);
});
