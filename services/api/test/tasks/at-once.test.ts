/** Many changes of one person at once, and what the sweep leaves. */
import { beforeEach, expect, it } from 'vitest';
import { sweepExpired } from '../../src/database/sweep.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

const asOwner = (person: Person, statement: string) =>
  stage.sql.begin(async (sql) => {
    await sql`select set_config('app.user_id', ${person.id}, true)`;
    await sql.unsafe(statement);
  });
const all = async (query = ''): Promise<Task[]> => (await ada.request(`/api/{me}/tasks?${query}`)).body;

it('waits for each other, however they cross: no deadlock, no gap, no number twice', async () => {
  await ada.add('Whole', { recurrence: 'FREQ=DAILY', due_date: '2037-01-01' });
  await ada.add('Part', { parent_id: 1 });
  await ada.add('Other');
  const act = (path: string, method: string, body?: unknown) =>
    ada.request(`/api/{me}/${path}`, { method, body });
  const kinds = [
    () => act('tasks/1/complete', 'PATCH'),
    () => act('tasks/2', 'PATCH', { parent_id: 3 }),
    () => act('tasks/2', 'PATCH', { parent_id: 1 }),
    () => act('tasks/1', 'DELETE'),
    () => act('tasks/2/restore', 'POST'),
    () => act('tasks/bulk', 'POST', { action: 'restore', ids: [3, 2, 1] }),
    () => act('tasks/bulk', 'POST', { action: 'complete', ids: [2, 3] }),
    () => act('tasks', 'POST', { title: 'New' }),
    () => act('undo', 'POST'),
    () =>
      act('import', 'POST', { format: 'todo-chatbot', version: 1, tasks: [{ title: 'A' }, { title: 'B' }] }),
  ];
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => kinds[n % kinds.length]?.()));
  const failures = answers.filter((answer) => ![200, 201, 204, 404, 409, 422].includes(answer?.status ?? 0));
  expect(failures).toEqual([]);
  const numbers = [...(await all('limit=500')), ...(await all('status=trashed&limit=500'))].map(
    ({ id }) => id,
  );
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: numbers.length }, (_, n) => n + 1));
  const parents = new Map((await all('limit=500')).map(({ id, parent_id }) => [id, parent_id]));
  for (const parent of parents.values()) if (parent !== null) expect(parents.get(parent)).toBeNull();
});

it('is swept: a subtask outlives a parent that went without it, and changes are kept for a day', async () => {
  await ada.add('Whole');
  await ada.add('Part', { parent_id: 1 });
  await ada.add('Gone part', { parent_id: 1 });
  await ada.request('/api/{me}/tasks/1', { method: 'DELETE' });
  await asOwner(ada, `update tasks set deleted_at = now() - interval '31 days'`);
  // As a process leaves it that knows of no parents.
  await asOwner(ada, 'update tasks set deleted_at = null where id = 2');
  await asOwner(ada, `update changes set created_at = now() - interval '25 hours' where id < 4`);
  await sweepExpired(stage.database);
  expect(await all()).toMatchObject([{ id: 2, parent_id: null }]);
  expect(await all('status=trashed')).toEqual([]);
  const rows = await stage.sql.begin(async (sql) => {
    await sql`select set_config('app.user_id', ${ada.id}, true)`;
    return await sql`select id from changes`;
  });
  expect(rows.map(({ id }) => id)).toEqual([4]);
});

it('goes with the account, parents and parts alike', async () => {
  await ada.add('Whole');
  await ada.add('Part', { parent_id: 1 });
  await stage.sql`delete from users where id = ${ada.id}`;
  const left = await stage.sql.begin(async (sql) => {
    await sql`select set_config('app.user_id', ${ada.id}, true)`;
    return await sql`select 1 from tasks union all select 1 from changes`;
  });
  expect(left).toHaveLength(0);
});
