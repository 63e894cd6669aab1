import { expect, test } from 'vitest';
import type { Task } from '../api-client/types.ts';
import { draftTask } from './changes/drafts.ts';
import { matches, searchForTag, wordsOf } from './task-search.ts';
import { entriesOf, type TaskView } from './task-view.ts';

const task = (id: number, fields: Partial<Task> = {}): Task => ({
  ...draftTask({ title: `Task ${id}` }, id, '2030-01-01T12:00:00.000Z'),
  id,
  ...fields,
});
const everything: TaskView = { filter: 'all', sort: 'id', words: '' };
const ids = (tasks: Task[], view: Partial<TaskView> = {}, alike?: Set<number>) =>
  entriesOf(tasks, { ...everything, ...view }, 'en', alike).map((entry) => entry.task.id);

test('open tasks come by number, drafts after them, then what was done last', () => {
  const tasks = [
    task(4, { completed: true, updated_at: '2026-11-20T10:00:00Z' }),
    task(-1),
    task(3),
    task(5, { completed: true, updated_at: '2026-11-21T10:00:00Z' }),
    task(1),
  ];
  expect(ids(tasks)).toEqual([1, 3, -1, 5, 4]);
  expect(ids(tasks, { filter: 'pending' })).toEqual([1, 3, -1]);
  expect(ids(tasks, { filter: 'completed' })).toEqual([5, 4]);
});

test('each order', () => {
  const tasks = [
    task(1, { title: 'b', due_at: '2030-01-02T08:00:00Z', priority: 'low' }),
    task(2, { title: 'C' }),
    task(3, { title: 'a', due_date: '2030-01-01', priority: 'high' }),
  ];
  expect(ids(tasks, { sort: 'due' })).toEqual([3, 1, 2]);
  expect(ids(tasks, { sort: 'priority' })).toEqual([3, 2, 1]);
  expect(ids(tasks, { sort: 'title' })).toEqual([3, 1, 2]);
  expect(ids(tasks, { sort: 'newest' })).toEqual([3, 2, 1]);
});

test('parts follow the whole; one whose whole is not shown says what it is a part of', () => {
  const tasks = [
    task(1, { title: 'Party', completed: true }),
    task(2),
    task(3, { parent_id: 1, completed: true }),
    task(4, { parent_id: 1 }),
  ];
  const shown = (filter: TaskView['filter']) =>
    entriesOf(tasks, { ...everything, filter }, 'en').map(
      ({ task: { id }, nested, partOf, done, parts }) => ({
        id,
        nested,
        partOf,
        progress: `${done}/${parts}`,
      }),
    );
  expect(shown('all')).toEqual([
    { id: 2, nested: false, partOf: undefined, progress: '0/0' },
    { id: 1, nested: false, partOf: undefined, progress: '1/2' },
    { id: 4, nested: true, partOf: undefined, progress: '0/0' },
    { id: 3, nested: true, partOf: undefined, progress: '0/0' },
  ]);
  expect(shown('pending').at(-1)).toEqual({ id: 4, nested: false, partOf: 'Party', progress: '0/0' });
});

test('a search finds what has all its words, and what the api found alike', () => {
  const tasks = [task(1, { title: 'Buy milk' }), task(2, { title: 'Buy eggs' })];
  expect(ids(tasks, { words: 'BUY mil' })).toEqual([1]);
  expect(ids(tasks, { words: 'mlik' }, new Set([1]))).toEqual([1]);
  expect(ids(tasks, { words: 'nothing' })).toEqual([]);
});

const sample = task(12, {
  title: 'Café with Zoë',
  description: 'near the کوفی shop',
  tags: ['Home', 'two words'],
  priority: 'high',
});

test.each(['cafe', 'zoe near', '#ho', '#two', '!high', 'cafe #home', 'كوفي', '#12', '', '  '])(
  '%s matches',
  (words) => expect(matches(sample, words)).toBe(true),
);

test.each(['cafes', '#work', '!low', 'cafe #work', '#13'])('%s does not match', (words) =>
  expect(matches(sample, words)).toBe(false),
);

test('the api is asked for words, a tag is searched for by its first', () => {
  expect(wordsOf('milk #home !high eggs')).toBe('milk eggs');
  expect(searchForTag('two words')).toBe('#two ');
});
