import { expect, test } from 'vitest';
import type { Task } from '../../api-client/types.ts';
import { applyChange } from './apply-change.ts';
import type { Change, Deed } from './change.ts';
import { draftTask } from './drafts.ts';
import { afterAnswer, shownTasks } from './overlay.ts';

const noon = '2030-01-01T12:00:00.000Z';
const later = '2030-01-01T13:00:00.000Z';

const task = (id: number, fields: Partial<Task> = {}): Task => ({
  ...draftTask({ title: `Task ${id}` }, id, noon),
  ...fields,
});
const change = (deed: Deed): Change => ({ ...deed, key: 'a-key', at: later, by: 'a-tab' });
const tasks = [task(1), task(2, { parent_id: 1 }), task(3, { tags: ['home'] })];
const after = (deed: Deed) => applyChange(tasks, change(deed));
const ids = (list: readonly Task[]) => list.map(({ id }) => id);

test('a draft is the last of the list, or the task of the list that it has become', () => {
  const adding: Deed = { kind: 'add', fields: { title: ' Milk ', tags: ['home'] }, draft: -5, newest: 3 };
  expect(after(adding).at(-1)).toMatchObject({ id: -5, title: 'Milk', tags: ['home'], created_at: later });
  const known = applyChange([...tasks, task(4, { title: 'Milk' })], change(adding));
  expect(ids(known)).toEqual([1, 2, 3, -5]);
  // One that was there before is another.
  expect(ids(applyChange([task(3, { title: 'Milk' })], change(adding)))).toEqual([3, -5]);
});

test('two drafts of one title are two', () => {
  const list = [task(4, { title: 'Milk' })];
  const both = [-5, -6].map((draft) => change({ kind: 'add', fields: { title: 'Milk' }, draft, newest: 3 }));
  expect(ids(shownTasks(list, both))).toEqual([-5, -6]);
});

test('an edit shows its fields, and a day takes the place of a moment', () => {
  const seen = {};
  const [first] = applyChange(
    [task(1, { due_at: noon })],
    change({ kind: 'edit', id: 1, title: '', changes: { due_date: '2030-02-01' }, seen }),
  );
  expect(first).toMatchObject({ due_date: '2030-02-01', due_at: null, updated_at: later, title: 'Task 1' });
});

test('a task is completed with its open parts, and reopened alone', () => {
  const done = after({ kind: 'complete', id: 1, title: '', completed: true });
  expect(done.map(({ completed }) => completed)).toEqual([true, true, false]);
  const open = applyChange(done, change({ kind: 'complete', id: 1, title: '', completed: false }));
  expect(open.map(({ completed }) => completed)).toEqual([false, true, false]);
});

test('a task goes with its parts, and comes back once', () => {
  expect(ids(after({ kind: 'remove', id: 1, task: task(1) }))).toEqual([3]);
  expect(ids(after({ kind: 'restore', id: 9, task: task(9) }))).toEqual([1, 2, 3, 9]);
  expect(ids(after({ kind: 'restore', id: 3, task: task(3) }))).toEqual([1, 2, 3]);
});

test('several change at once', () => {
  const bulk = (change: Extract<Deed, { kind: 'bulk' }>['change']) =>
    after({ kind: 'bulk', ids: [1, 3], change });
  expect(bulk({ action: 'complete' }).map(({ completed }) => completed)).toEqual([true, false, true]);
  expect(ids(bulk({ action: 'delete' }))).toEqual([]);
  const tagged = bulk({
    action: 'change',
    add_tags: ['work'],
    remove_tags: ['home'],
    changes: { priority: 'high' },
  });
  expect(tagged.map(({ tags, priority }) => [tags, priority])).toEqual([
    [['work'], 'high'],
    [[], 'medium'],
    [['work'], 'high'],
  ]);
});

test('an answer takes the place of what was expected, but not of what is newer', () => {
  const edit = change({ kind: 'edit', id: 1, title: '', changes: { title: 'Mine' }, seen: {} });
  const answer = task(1, { title: 'Mine, trimmed' });
  const heard = afterAnswer(tasks, edit, [answer]);
  expect(heard.find(({ id }) => id === 1)?.title).toBe('Mine, trimmed');
  const newer = task(1, { title: 'Theirs, later', updated_at: later });
  expect(afterAnswer([newer], edit, [answer])).toEqual([newer]);
});
