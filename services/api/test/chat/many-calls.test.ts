/** A message that changes very many tasks at once. */
import { beforeEach, expect, it, vi } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from './replicas.ts';
import { calling, saying, scriptedModel } from './scripted-model.ts';

const MANY = 120;
const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  return () => stage.endReplicas();
});

async function fill(api: Person, count: number): Promise<void> {
  const tasks = Array.from({ length: count }, (_, index) => ({ title: `Task ${index + 1}` }));
  await api.request('/api/{me}/import', {
    method: 'POST',
    body: { format: 'todo-chatbot', version: 1, tasks },
  });
}

const open = async (api: Person) => {
  const answer = await api.request('/api/{me}/tasks?status=pending&limit=500');
  return ((await answer.json()) as unknown[]).length;
};

it('is few transactions, with an event, a result and an undo for each task', async () => {
  const replica = await stage.replica();
  const api = await replica.as(me);
  await fill(api, MANY);
  const begin = vi.spyOn(replica.tasks, 'together');
  const answer = await api.say('Mark all my tasks as done');
  expect(await open(api)).toBe(0);
  expect(begin).toHaveBeenCalledTimes(2);
  const made = answer.tool_calls.filter(({ tool }) => tool === 'complete_task');
  expect(made.map(({ result }) => result)).toEqual(
    Array.from({ length: MANY }, (_, index) => ({
      task_id: index + 1,
      status: 'completed',
      title: `Task ${index + 1}`,
    })),
  );
  const events = await stage.system(
    (sql) => sql`
      select id, data -> 'task' ->> 'id' as task from events
      where user_id = ${me} and data ->> 'type' = 'task.updated' order by id`,
  );
  expect(events.map(({ task }) => Number(task))).toEqual(Array.from({ length: MANY }, (_, n) => n + 1));
  const [journal] = await stage.system(
    (sql) => sql`
      select count(*)::int as notes, max(json_array_length(tasks)) as most from changes
      where user_id = ${me} and action = 'complete'`,
  );
  expect(journal).toEqual({ notes: MANY, most: 1 });
  // By hand the last one; in the chat all that the message did.
  const undone = await api.request('/api/{me}/undo', { method: 'POST' });
  expect(await undone.json()).toMatchObject({ action: 'complete', tasks: [{ id: MANY, completed: false }] });
  await api.say('undo', 1);
  expect(await open(api)).toBe(MANY);
});

it('goes on past a call that fails, which changes nothing and leaves no gap', async () => {
  const { model } = scriptedModel(
    calling(
      ['complete_task', { task_id: 1 }],
      ['complete_task', { task_id: 99 }],
      ['add_task', { title: 'New' }],
    ),
    saying('Done.'),
  );
  const api = await (await stage.replica(model)).as(me);
  await fill(api, 3);
  const answer = await api.say('tidy up');
  expect(answer.tool_calls.map(({ result }) => result)).toEqual([
    { task_id: 1, status: 'completed', title: 'Task 1' },
    { error: expect.stringMatching(/^There is no task 99\. The newest tasks are 3 "Task 3"/) },
    { task_id: 4, status: 'created', title: 'New' },
  ]);
  const changes = await stage.system((sql) => sql`select id from changes where user_id = ${me} order by id`);
  expect(changes.map(({ id }) => id)).toEqual([1, 2, 3]);
});

it('is done once where the transaction of many cannot be told to have ended', async () => {
  const { model } = scriptedModel(
    calling(['add_task', { title: 'One' }], ['add_task', { title: 'Two' }]),
    saying('Added.'),
  );
  const replica = await stage.replica(model);
  const api = await replica.as(me);
  const { together } = replica.tasks;
  // It commits, and the answer to that is lost.
  replica.tasks.together = async (userId, expected, work) => {
    await together(userId, expected, work);
    throw new Error('the connection was lost');
  };
  const answer = await api.say('add both');
  expect(answer.tool_calls.map(({ result }) => result.task_id)).toEqual([1, 2]);
  const tasks = (await (await api.request('/api/{me}/tasks')).json()) as { title: string }[];
  expect(tasks.map(({ title }) => title)).toEqual(['One', 'Two']);
});
