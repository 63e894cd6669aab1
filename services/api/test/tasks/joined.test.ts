/** Changes that are written together come to the same as one by one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Problem } from '../../src/http/problem.ts';
import type { TaskService } from '../../src/tasks/service.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
const TASKS = 4;

const id = fc.integer({ min: 1, max: TASKS + 2 });
const act = fc.oneof(
  fc.record({
    is: fc.constant('create' as const),
    parent_id: fc.option(id, { nil: undefined }),
    weekly: fc.boolean(),
  }),
  fc.record({ is: fc.constant('complete' as const), id, completed: fc.boolean() }),
  fc.record({ is: fc.constant('change' as const), id, parent_id: fc.option(id) }),
  fc.record({ is: fc.constantFrom('remove' as const, 'restore' as const, 'get' as const), id }),
  fc.record({ is: fc.constant('list' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

async function filled(): Promise<Person> {
  const ada = await stage.person();
  for (let n = 1; n <= TASKS; n++) await ada.add(`Task ${n}`, n % 2 ? {} : { parent_id: n - 1 });
  return ada;
}

/** What an act answers, or the problem that it comes to. */
async function doing(tasks: TaskService, userId: string, what: Act, key: string): Promise<unknown> {
  const options = { idempotencyKey: key, timeZone: 'UTC' };
  try {
    switch (what.is) {
      case 'create': {
        const due = what.weekly ? { recurrence: 'FREQ=WEEKLY', due_date: '2037-01-05' } : {};
        const parent = what.parent_id === undefined ? {} : { parent_id: what.parent_id };
        return await tasks.create(userId, { title: 'New', ...parent, ...due }, options);
      }
      case 'complete':
        return await tasks.complete(userId, what.id, what.completed, options);
      case 'change':
        return await tasks.changeWithBefore(
          userId,
          what.id,
          { title: `Changed`, parent_id: what.parent_id },
          options,
        );
      case 'remove':
      case 'restore':
        return await tasks[what.is](userId, what.id, options);
      case 'get':
        return await tasks.get(userId, what.id);
      case 'list':
        return await tasks.list(userId, { status: 'all' });
    }
  } catch (error) {
    if (error instanceof Problem) return error.toJSON();
    throw error;
  }
}

/** Everything that is kept of it, without the moments, and without the digests that hold them. */
async function kept(userId: string): Promise<unknown> {
  const untimed = (rows: readonly object[]) =>
    JSON.parse(
      JSON.stringify(rows, (name, value) =>
        /^(created|updated|deleted)_?at$|^after$/i.test(name) ? !!value : value,
      ),
    );
  return stage.sql.begin(async (sql) => {
    await sql`select set_config('app.user_id', ${userId}, true)`;
    return untimed([
      await sql`select id, title, completed, parent_id, next_id, recurrence, due_date, deleted_at from tasks where user_id = ${userId} order by id`,
      await sql`select id, data from events where user_id = ${userId} order by id`,
      await sql`select action, tasks from changes where user_id = ${userId} order by id`,
      await sql`select key, fingerprint, response from idempotency_keys where user_id = ${userId} order by key`,
      await sql`select tasks, events from counters where user_id = ${userId}`,
    ]);
  });
}

const untimed = (answers: unknown[]) =>
  JSON.parse(JSON.stringify(answers, (name, value) => (/_at$/.test(name) && name !== 'due_at' ? 0 : value)));

it('as answers, tasks, events, notes for undo and keys', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      const [ada, eve] = [await filled(), await filled()];
      const alone: unknown[] = [];
      for (const [n, what] of acts.entries()) alone.push(await doing(stage.tasks, ada.id, what, `key ${n}`));
      const expected = {
        keys: acts.map((_, n) => `key ${n}`),
        ids: acts.map((what) => ('id' in what ? what.id : 'none')),
      };
      const joined = await stage.tasks.together(eve.id, expected, async (tasks) => {
        const answers: unknown[] = [];
        for (const [n, what] of acts.entries()) answers.push(await doing(tasks, eve.id, what, `key ${n}`));
        return answers;
      });
      expect(untimed(joined)).toEqual(untimed(alone));
      expect(await kept(eve.id)).toEqual(await kept(ada.id));
      // What was answered last of a task is what the list tells, to the millisecond.
      const { tasks } = await stage.tasks.list(eve.id, { status: 'all' });
      const told = new Map(tasks.map((task) => [task.id, task.updated_at]));
      type Answered = { id: number; updated_at?: string };
      const changed = joined
        .map((answer) => (answer as { task?: Answered }).task ?? (answer as Answered))
        .findLast(({ updated_at }) => updated_at !== undefined);
      if (changed && told.has(changed.id)) expect(told.get(changed.id)).toBe(changed.updated_at);
      // Each can be taken back by itself, as long as nothing else has changed what it left.
      for (let undone = 0; undone < 3; undone++) {
        const [one, other] = await Promise.all(
          [ada, eve].map((person) => person.request('/api/{me}/undo', { method: 'POST' })),
        );
        expect(untimed([other?.status, other?.body])).toEqual(untimed([one?.status, one?.body]));
      }
    }),
    { numRuns: 20 },
  );
});

it('also under a key that was used before, for the same or for another request', async () => {
  const ada = await stage.person();
  const add = (tasks: TaskService, title: string, key: string) =>
    tasks.create(ada.id, { title }, { idempotencyKey: key });
  const first = await add(stage.tasks, 'Once', 'used');
  const expected = { keys: ['used', 'new', 'never'], ids: [] };
  await stage.tasks.together(ada.id, expected, async (tasks) => {
    expect(await add(tasks, 'Once', 'used')).toEqual(first);
    await expect(add(tasks, 'Other', 'used')).rejects.toMatchObject({ status: 422 });
    expect((await add(tasks, 'Twice', 'new')).id).toBe(2);
    expect((await add(tasks, 'Twice', 'new')).id).toBe(2);
  });
  expect((await ada.request('/api/{me}/tasks')).body.map(({ title }: { title: string }) => title)).toEqual([
    'Once',
    'Twice',
  ]);
  // What was claimed and not used is anybody's.
  expect((await add(stage.tasks, 'Third', 'never')).id).toBe(3);
});

it('or leaves nothing at all', async () => {
  const ada = await filled();
  const before = await kept(ada.id);
  const failing = stage.tasks.together(ada.id, { keys: ['a'], ids: [1] }, async (tasks) => {
    await tasks.complete(ada.id, 1, true, { idempotencyKey: 'a' });
    throw new Error('the turn was given up');
  });
  await expect(failing).rejects.toThrow('given up');
  expect(await kept(ada.id)).toEqual(before);
});
