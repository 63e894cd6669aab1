/** Recurring tasks: completing one makes the next, exactly once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { asUser } from '../../src/database/database.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

const complete = (id: number, body?: unknown, headers: Record<string, string> = {}) =>
  ada.request(`/api/{me}/tasks/${id}/complete`, { method: 'PATCH', body, headers });
const all = async (query = ''): Promise<Task[]> => (await ada.request(`/api/{me}/tasks?${query}`)).body;
const change = (id: number, body: unknown) => ada.request(`/api/{me}/tasks/${id}`, { method: 'PATCH', body });

describe('completing', () => {
  it('makes the next one with what the task was, and says its number', async () => {
    await ada.add('Water plants', {
      description: 'All of them',
      priority: 'high',
      tags: ['home'],
      due_date: '2037-06-01',
      recurrence: 'freq=weekly;byday=mo',
    });
    const done = await complete(1);
    expect(done.headers.get('next-task')).toBe('2');
    expect(done.body).toMatchObject({ id: 1, completed: true, recurrence: 'FREQ=WEEKLY;BYDAY=MO' });
    expect((await ada.request('/api/{me}/tasks/2')).body).toMatchObject({
      title: 'Water plants',
      description: 'All of them',
      priority: 'high',
      tags: ['home'],
      completed: false,
      due_date: '2037-06-08',
      recurrence: 'FREQ=WEEKLY;BYDAY=MO',
    });
  });

  it('makes one whichever way it is completed, and however often and at once', async () => {
    const body = { title: 'Daily', due_date: '2037-06-01', recurrence: 'FREQ=DAILY' };
    await ada.add('Daily', body);
    await Promise.all([
      ...Array.from({ length: 8 }, () => complete(1, { completed: true })),
      change(1, { completed: true }),
      ada.request('/api/{me}/tasks/1', { method: 'PUT', body: { ...body, completed: true } }),
      ada.request('/api/{me}/tasks/bulk', { method: 'POST', body: { action: 'complete', ids: [1] } }),
    ]);
    expect((await all()).map(({ id, due_date }) => [id, due_date])).toEqual([
      [1, '2037-06-01'],
      [2, '2037-06-02'],
    ]);
  });

  it('makes one under an Idempotency-Key, however often it is repeated', async () => {
    await ada.add('Daily', { due_date: '2037-06-01', recurrence: 'FREQ=DAILY' });
    const tool = () => stage.tasks.complete(ada.id, 1, undefined, { idempotencyKey: 'turn/1/1' });
    const first = await tool();
    expect(first.next).toMatchObject({ id: 2, due_date: '2037-06-02' });
    await complete(1, { completed: false });
    expect(await tool()).toEqual(first);
    expect(await all('status=pending')).toHaveLength(1);
  });

  it('keeps the clock of the caller across a change of the clocks', async () => {
    await ada.add('Stand-up', { due_at: '2037-03-28T08:00:00Z', recurrence: 'FREQ=DAILY' });
    const done = await complete(1, undefined, { 'time-zone': 'Europe/Berlin' });
    expect(done.headers.get('next-task')).toBe('2');
    expect((await ada.request('/api/{me}/tasks/2')).body.due_at).toBe('2037-03-29T07:00:00.000Z');
  });

  it('counts down, and makes none after the last', async () => {
    await ada.add('Twice', { due_date: '2037-06-01', recurrence: 'FREQ=DAILY;COUNT=2' });
    await complete(1);
    expect((await all()).at(-1)).toMatchObject({ id: 2, recurrence: 'FREQ=DAILY;COUNT=1' });
    expect((await complete(2)).headers.get('next-task')).toBeNull();
    expect(await all()).toHaveLength(2);
  });

  it('publishes both, and undo takes both back', async () => {
    await ada.add('Daily', { due_date: '2037-06-01', recurrence: 'FREQ=DAILY' });
    await complete(1);
    const { rows } = await asUser(stage.database, ada.id, (tx) =>
      tx.execute('select data from events order by id'),
    );
    const data = rows as { data: { type: string; task: Task } }[];
    expect(data.slice(1).map((row) => [row.data.type, row.data.task.id])).toEqual([
      ['task.updated', 1],
      ['task.created', 2],
    ]);
    const undone = await ada.request('/api/{me}/undo', { method: 'POST' });
    expect(undone.body).toMatchObject({ action: 'complete', trashed: [2] });
    expect((await all()).map(({ id, completed }) => [id, completed])).toEqual([[1, false]]);
    await complete(1);
    expect((await all()).map(({ id }) => id)).toEqual([1, 3]);
  });
});

describe('reopening', () => {
  beforeEach(async () => {
    await ada.add('Daily', { due_date: '2037-06-01', recurrence: 'FREQ=DAILY' });
    await complete(1);
  });

  it('takes the next one back while nobody has touched it', async () => {
    await complete(1, { completed: false });
    expect((await all()).map(({ id }) => id)).toEqual([1]);
    expect((await all('status=trashed')).map(({ id }) => id)).toEqual([2]);
    await complete(1);
    expect((await all('status=pending')).map(({ id, due_date }) => [id, due_date])).toEqual([
      [3, '2037-06-02'],
    ]);
  });

  it('leaves one that was changed, and makes no other', async () => {
    await change(2, { title: 'Mine' });
    await complete(1, { completed: false });
    await complete(1);
    expect((await all()).map(({ id, title }) => [id, title])).toEqual([
      [1, 'Daily'],
      [2, 'Mine'],
    ]);
  });
});

describe('the due date', () => {
  it('is the first fitting day in the caller’s zone when there is none', async () => {
    const now = new Date();
    const task = (
      await ada.request('/api/{me}/tasks', {
        method: 'POST',
        body: { title: 'Daily', recurrence: 'FREQ=DAILY' },
        headers: { 'time-zone': 'Pacific/Kiritimati' },
      })
    ).body;
    const today = (moment: Date) =>
      new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Kiritimati' }).format(moment);
    expect([today(now), today(new Date())]).toContain(task.due_date);
    expect((await ada.add('Set later')).due_date).toBeNull();
    expect((await change(2, { recurrence: 'FREQ=DAILY' })).body.due_date).not.toBeNull();
  });

  it.each([
    [{ due_date: null }, 'due_date', 'clear recurrence as well'],
    [{ recurrence: 'FREQ=HOURLY' }, 'recurrence', 'FREQ must be DAILY'],
    [{ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'recurrence', 'names no day after the due date'],
    [{ recurrence: 'FREQ=DAILY;UNTIL=20200101', due_date: null }, 'recurrence', 'names no day from today on'],
  ])('%j is refused with a reason', async (body, path, message) => {
    await ada.add('Weekly', { due_date: '2037-06-01', recurrence: 'FREQ=WEEKLY' });
    const answer = await change(1, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ path, message: expect.stringContaining(message) }]);
  });

  it('goes with the rule', async () => {
    await ada.add('Weekly', { due_date: '2037-06-01', recurrence: 'FREQ=WEEKLY' });
    expect((await change(1, { due_date: null, recurrence: null })).body).toMatchObject({
      due_date: null,
      recurrence: null,
    });
    expect((await complete(1)).headers.get('next-task')).toBeNull();
  });
});
