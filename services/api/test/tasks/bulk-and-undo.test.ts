/** The same to many tasks at once, and taking the last change back. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

const bulk = (body: unknown, headers: Record<string, string> = {}) =>
  ada.request('/api/{me}/tasks/bulk', { method: 'POST', body, headers });
const undo = (body?: unknown, headers: Record<string, string> = {}) =>
  ada.request('/api/{me}/undo', { method: 'POST', body, headers });
const list = async (query = ''): Promise<Task[]> => (await ada.request(`/api/{me}/tasks?${query}`)).body;
const idsOf = async (query: string) => (await list(query)).map(({ id }) => id);

describe('bulk', () => {
  beforeEach(async () => {
    for (const title of ['A', 'B', 'C']) await ada.add(title, { tags: ['old'] });
  });

  it('does the same to all, and answers in the order that was asked', async () => {
    const answer = await bulk({ action: 'complete', ids: [3, 1, 3] });
    expect(answer.body.tasks.map(({ id, completed }: Task) => [id, completed])).toEqual([
      [3, true],
      [1, true],
    ]);
    await bulk({ action: 'reopen', ids: [1] });
    expect(await idsOf('status=completed')).toEqual([3]);
    await bulk({ action: 'delete', ids: [1, 2] });
    expect(await idsOf('status=all')).toEqual([3]);
    await bulk({ action: 'restore', ids: [1, 2, 3] });
    expect(await idsOf('status=all')).toEqual([1, 2, 3]);
    const changed = await bulk({
      action: 'change',
      ids: [1, 2],
      changes: { priority: 'high', due_date: '2037-01-01' },
      add_tags: ['new'],
      remove_tags: ['old'],
    });
    for (const task of changed.body.tasks) {
      expect(task).toMatchObject({ priority: 'high', due_date: '2037-01-01', tags: ['new'] });
    }
  });

  it('does nothing at all when one is not there', async () => {
    await ada.request('/api/{me}/tasks/2', { method: 'DELETE' });
    const answer = await bulk({ action: 'complete', ids: [1, 2, 99] });
    expect(answer).toMatchObject({ status: 404, body: { missing: [2, 99] } });
    expect(await idsOf('status=completed')).toEqual([]);
  });

  it('does nothing at all when one cannot be so, and names it', async () => {
    await ada.add('Part', { parent_id: 1 });
    const answer = await bulk({ action: 'change', ids: [3, 1], changes: { parent_id: 2, priority: 'low' } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { path: 'changes.parent_id', message: expect.stringContaining('(task 1)') },
    ]);
    expect((await list()).every(({ priority }) => priority === 'medium')).toBe(true);
  });

  it('takes a parent and its subtasks at once', async () => {
    await ada.add('Part', { parent_id: 1 });
    expect((await bulk({ action: 'delete', ids: [1, 4, 2] })).status).toBe(200);
    expect((await bulk({ action: 'restore', ids: [4, 1, 2] })).status).toBe(200);
    expect(await idsOf('status=all')).toEqual([1, 2, 3, 4]);
  });

  it('is done once under one Idempotency-Key, with one event for each task', async () => {
    const key = { 'idempotency-key': 'bulk-1' };
    const body = { action: 'change', ids: [1, 2, 3], add_tags: ['x'] };
    const answers = await Promise.all([bulk(body, key), bulk(body, key)]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const events = stage.events.subscribe(ada.id, 0, AbortSignal.timeout(5_000));
    const seen: string[] = [];
    for await (const event of events) {
      seen.push(event.type);
      if (seen.length === 6) break;
    }
    expect(seen.slice(3)).toEqual(['task.updated', 'task.updated', 'task.updated']);
    expect((await bulk({ ...body, ids: [1] }, key)).status).toBe(422);
  });

  it.each([
    [{ action: 'explode', ids: [1] }, 'action'],
    [{ action: 'delete', ids: [] }, 'ids'],
    [{ action: 'delete', ids: Array.from({ length: 501 }, (_, n) => n + 1) }, 'ids'],
    [{ action: 'delete', ids: ['1'] }, 'ids.0'],
    [{ action: 'delete', ids: [2 ** 31] }, 'ids.0'],
    [{ action: 'change', ids: [1] }, 'changes'],
    [{ action: 'delete', ids: [1], add_tags: ['x'] }, 'changes'],
    [{ action: 'change', ids: [1], changes: { due_date: '2037-13-01' } }, 'changes.due_date'],
    [{ action: 'change', ids: [1], add_tags: [' '] }, 'add_tags.0'],
  ])('%j is refused', async (body, path) => {
    const answer = await bulk(body);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path]);
  });

  it('works on 500 tasks', async () => {
    // Not all at once: on a busy machine the last would wait for the database for longer than the api lets them.
    for (let some = 0; some < 7; some++)
      await Promise.all(Array.from({ length: 71 }, (_, n) => ada.add(`Task ${some}.${n}`)));
    const ids = Array.from({ length: 500 }, (_, n) => n + 1);
    expect((await bulk({ action: 'delete', ids })).body.tasks).toHaveLength(500);
    expect((await undo()).body.tasks).toHaveLength(500);
    expect(await list('limit=500')).toHaveLength(500);
  });
});

describe('undo', () => {
  it('takes each kind of change back, the last one first', async () => {
    await ada.add('First', { description: 'Long', tags: ['a'], due_date: '2037-01-01' });
    const original = (await list())[0];
    const path = '/api/{me}/tasks/1';
    await ada.request(path, { method: 'PATCH', body: { title: 'Second', due_at: '2037-01-01T10:00:00Z' } });
    await ada.request(`${path}/complete`, { method: 'PATCH' });
    await ada.request(path, { method: 'DELETE' });
    await ada.request(`${path}/restore`, { method: 'POST' });
    const actions: string[] = [];
    for (let step = 0; step < 5; step++) {
      const answer = await undo();
      expect(answer.status).toBe(200);
      actions.push(answer.body.action);
      if (step === 3) expect(answer.body.tasks[0]).toEqual({ ...original, updated_at: expect.any(String) });
      if (step === 4) expect(answer.body.trashed).toEqual([1]);
    }
    expect(actions).toEqual(['restore', 'delete', 'complete', 'change', 'create']);
    expect(await undo()).toMatchObject({
      status: 404,
      body: { type: 'urn:todo-chatbot:problem:nothing-to-undo' },
    });
  });

  it('names what was taken back, also of a toggle', async () => {
    await ada.add('First');
    await ada.request('/api/{me}/tasks/1/complete', { method: 'PATCH' });
    await ada.request('/api/{me}/tasks/1/complete', { method: 'PATCH' });
    expect([(await undo()).body.action, (await undo()).body.action]).toEqual(['reopen', 'complete']);
  });

  it('counts no change that changed nothing', async () => {
    await ada.add('First');
    await ada.request('/api/{me}/tasks/1/complete', { method: 'PATCH', body: { completed: false } });
    await ada.request('/api/{me}/tasks/1/restore', { method: 'POST' });
    expect((await undo()).body.action).toBe('create');
  });

  it('of a named task is refused when something else was done since', async () => {
    await ada.add('First');
    await ada.add('Second');
    expect(await undo({ task_id: 1 })).toMatchObject({
      status: 409,
      body: { type: 'urn:todo-chatbot:problem:another-change-since' },
    });
    expect((await undo({ task_id: 2 })).status).toBe(200);
    expect((await undo({ task_id: 1 })).status).toBe(200);
    expect((await undo({ task_id: 'x' })).status).toBe(422);
  });

  it('is refused when a task is no longer as the change left it', async () => {
    await ada.add('First');
    await stage.sql.begin(async (sql) => {
      await sql`select set_config('app.user_id', ${ada.id}, true)`;
      await sql`update tasks set title = 'By another program'`;
    });
    expect(await undo()).toMatchObject({
      status: 409,
      body: { type: 'urn:todo-chatbot:problem:changed-since', tasks: [1] },
    });
  });

  it('reaches back a day, and no other person', async () => {
    await ada.add('First');
    const eve = await stage.person();
    expect((await eve.request('/api/{me}/undo', { method: 'POST' })).status).toBe(404);
    await stage.sql.begin(async (sql) => {
      await sql`select set_config('app.user_id', ${ada.id}, true)`;
      await sql`update changes set created_at = now() - interval '25 hours'`;
    });
    expect((await undo()).status).toBe(404);
  });

  it('is done once under one Idempotency-Key', async () => {
    await ada.add('First');
    await ada.add('Second');
    const answers = await Promise.all([1, 2, 3].map(() => undo({}, { 'idempotency-key': 'u1' })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await idsOf('status=all')).toEqual([1]);
  });

  it('always leads back to where things were', async () => {
    const id = fc.integer({ min: 1, max: 5 });
    const changes = fc.constantFrom<object>(
      { title: 'Other' },
      { parent_id: 1 },
      { parent_id: null },
      { recurrence: 'FREQ=DAILY' },
      { recurrence: null, due_date: null },
    );
    const step = fc.oneof(
      fc.tuple(
        fc.constant('PATCH'),
        id.map((number) => `/${number}/complete`),
        fc.constant(undefined),
      ),
      fc.tuple(
        fc.constant('DELETE'),
        id.map((number) => `/${number}`),
        fc.constant(undefined),
      ),
      fc.tuple(
        fc.constant('POST'),
        id.map((number) => `/${number}/restore`),
        fc.constant(undefined),
      ),
      fc.tuple(
        fc.constant('PATCH'),
        id.map((number) => `/${number}`),
        changes,
      ),
    );
    const state = async () => {
      const shown = ({ updated_at: _, ...task }: Task, trashed: boolean) => [task.id, { ...task, trashed }];
      const [live, trashed] = [await list('status=all'), await list('status=trashed')];
      const entries = [
        ...live.map((task) => shown(task, false)),
        ...trashed.map((task) => shown(task, true)),
      ];
      return Object.fromEntries(entries) as Record<string, { trashed: boolean }>;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        ada = await stage.person();
        for (let n = 0; n < 4; n++) await ada.add(`Task ${n}`);
        const states: Awaited<ReturnType<typeof state>>[] = [];
        for (const [method, path, body] of steps) {
          const before = await state();
          await ada.request(`/api/{me}/tasks${path}`, { method, body });
          if (JSON.stringify(await state()) !== JSON.stringify(before)) states.push(before);
        }
        for (const before of states.toReversed()) {
          expect((await undo()).status).toBe(200);
          // What completing a recurring task added is in the trash from then on.
          const added = Object.entries(await state()).filter(([number]) => !(number in before));
          expect(added.filter(([, { trashed }]) => !trashed)).toEqual([]);
          expect(await state()).toEqual({ ...Object.fromEntries(added), ...before });
        }
      }),
      { numRuns: 25 },
    );
  });
});
