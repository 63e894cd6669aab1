/** Recurring tasks and subtasks over MCP, on a real database. */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { beforeEach, expect, it } from 'vitest';
import { mcpRoutes } from '../../src/mcp/routes.ts';
import { connectTo } from '../../src/mcp/testing/connect-to.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;
let client: Client;

beforeEach(async () => {
  ada = await stage.person();
  const app = mcpRoutes({
    tasks: stage.tasks,
    tokens: stage.tokens,
    timeZoneOf: async () => 'UTC',
    config: stage.config,
    logger: { error: () => {} },
  });
  client = await connectTo(app, stage.tokens, { userId: ada.id, headers: { 'time-zone': 'Europe/Berlin' } });
});

const call = async (name: string, args: Record<string, unknown>) => {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: args });
  return isError ? (content as { text: string }[])[0]?.text : (structuredContent as Record<string, unknown>);
};

it('completes a recurring task and names the next one, at the same time on the user’s clock', async () => {
  await call('add_task', {
    title: 'Stand-up',
    due_at: '2037-03-28T09:00:00+01:00',
    recurrence: 'FREQ=DAILY',
  });
  expect(await call('complete_task', { task_id: 1 })).toEqual({
    task_id: 1,
    status: 'completed',
    title: 'Stand-up',
    next: { task_id: 2, due_date: null, due_at: '2037-03-29T07:00:00.000Z' },
  });
  expect(await call('complete_task', { task_id: 1, completed: false })).toMatchObject({ status: 'pending' });
  expect(await call('list_tasks', {})).toMatchObject({
    tasks: [{ id: 1, completed: false, recurrence: 'FREQ=DAILY', parent_id: null }],
  });
});

it('changes a rule, and says how to take that back', async () => {
  await call('add_task', { title: 'Water plants' });
  const changed = (await call('update_task', { task_id: 1, recurrence: 'FREQ=WEEKLY;BYDAY=MO' })) as {
    previous: object;
  };
  expect(changed.previous).toEqual({ recurrence: null, due_date: null, due_at: null });
  expect((await ada.request('/api/{me}/tasks/1')).body.due_date).not.toBeNull();
  await call('update_task', { task_id: 1, ...changed.previous });
  expect((await ada.request('/api/{me}/tasks/1')).body).toMatchObject({ recurrence: null, due_date: null });
});

it('names the subtasks that were completed with a task', async () => {
  for (const task of [{ title: 'Party' }, { title: 'Cake', parent_id: 1 }, { title: 'Music', parent_id: 1 }])
    await call('add_task', task);
  await call('complete_task', { task_id: 3 });
  expect(await call('complete_task', { task_id: 1 })).toMatchObject({ status: 'completed', subtasks: [2] });
  expect(await call('complete_task', { task_id: 1, completed: false })).not.toHaveProperty('subtasks');
});

it('adds and lists subtasks, and says why one cannot be', async () => {
  await call('add_task', { title: 'Move house' });
  await call('add_task', { title: 'Pack', parent_id: 1 });
  expect(await call('list_tasks', { parent_id: 1 })).toMatchObject({ tasks: [{ id: 2, parent_id: 1 }] });
  expect(await call('add_task', { title: 'Boxes', parent_id: 2 })).toBe(
    'add_task was not done: parent_id: task 2 is itself a subtask: they are one level deep',
  );
  expect(await call('add_task', { title: 'x', recurrence: 'every monday' })).toMatch(
    /^add_task was not run: recurrence must be made of FREQ/,
  );
});
