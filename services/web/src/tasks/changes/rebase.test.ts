import { expect, test } from 'vitest';
import type { Task } from '../../api-client/types.ts';
import type { Change, Deed, TaskEdit } from './change.ts';
import { draftTask } from './drafts.ts';
import { rebased } from './rebase.ts';

const noon = '2030-01-01T12:00:00.000Z';
const task = (fields: Partial<Task> = {}): Task => ({ ...draftTask({ title: 'Milk' }, 1, noon), ...fields });
const change = (deed: Deed): Change => ({ ...deed, key: 'a-key', at: noon, by: 'a-tab' });
const edit = (changes: TaskEdit, seen: Partial<Task>, id = 1) =>
  change({ kind: 'edit', id, title: 'Milk', changes, seen });
const seenBy = (changes: readonly Change[]) =>
  changes.map((one) => (one.kind === 'edit' ? one.seen : undefined));

test('the next edit stands on what the api made of the one before', () => {
  const first = edit({ title: ' Soy milk ' }, { title: 'Milk' });
  const second = edit({ title: 'Oat milk' }, { title: ' Soy milk ' });
  const third = edit({ title: 'Almond milk' }, { title: 'Oat milk' });
  const outcome = { tasks: [task({ title: 'Soy milk' })] };
  expect(seenBy(rebased([second, third], first, outcome, []))).toEqual([
    { title: 'Soy milk' },
    { title: 'Oat milk' },
  ]);
});

test('when a task is due is one thing', () => {
  const first = edit({ recurrence: 'FREQ=DAILY' }, { recurrence: null, due_date: null, due_at: null });
  const second = edit({ due_date: '2030-02-02' }, { recurrence: 'FREQ=DAILY', due_date: null, due_at: null });
  const answer = task({ recurrence: 'FREQ=DAILY', due_date: '2030-01-01' });
  expect(seenBy(rebased([second], first, { tasks: [answer] }, []))).toEqual([
    { recurrence: 'FREQ=DAILY', due_date: '2030-01-01', due_at: null },
  ]);
});

test('what others did to another field stays a conflict', () => {
  const first = edit({ priority: 'high' }, { priority: 'medium' });
  const second = edit({ title: 'Oat milk' }, { title: 'Milk' });
  const answer = task({ priority: 'high', title: 'Theirs' });
  expect(seenBy(rebased([second], first, { tasks: [answer] }, []))).toEqual([{ title: 'Milk' }]);
});

test('after a refusal the next edit stands on what was before', () => {
  const first = edit({ tags: ['wrong'] }, { tags: [] });
  const second = edit({ tags: ['wrong', 'right'] }, { tags: ['wrong'] });
  const failure = { status: 422, message: 'no' };
  expect(seenBy(rebased([second], first, { failure }, [task()]))).toEqual([{ tags: [] }]);
});

test('several that were changed at once are stood on, too', () => {
  const first = change({ kind: 'bulk', ids: [1], change: { action: 'change', add_tags: ['home'] } });
  const second = edit({ tags: [] }, { tags: ['home'] });
  expect(seenBy(rebased([second], first, { tasks: [task({ tags: ['Home'] })] }, []))).toEqual([
    { tags: ['Home'] },
  ]);
});

test('what was done to a draft is done to the task that it became, or not at all', () => {
  const adding = change({ kind: 'add', fields: { title: 'Milk ' }, draft: -7, newest: 0 });
  const done = [
    edit({ title: 'Oat milk' }, { title: 'Milk ' }, -7),
    change({ kind: 'complete', id: -7, title: 'Milk', completed: true }),
    change({ kind: 'bulk', ids: [5, -7], change: { action: 'complete' } }),
    change({ kind: 'add', fields: { title: 'Straw', parent_id: -7 }, draft: -8, newest: 0 }),
    change({ kind: 'complete', id: 5, title: 'Other', completed: true }),
  ];
  expect(rebased(done, adding, { tasks: [task({ id: 12 })] }, [])).toMatchObject([
    { id: 12, seen: { title: 'Milk' } },
    { id: 12 },
    { ids: [5, 12] },
    { fields: { parent_id: 12 } },
    { id: 5 },
  ]);
  const failure = { status: 422, message: 'no' };
  expect(rebased(done, adding, { failure }, [])).toMatchObject([{ kind: 'complete', id: 5 }]);
});
