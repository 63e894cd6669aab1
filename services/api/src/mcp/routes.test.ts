import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTokenService } from '../accounts/tokens.ts';
import { mcpRoutes } from './routes.ts';
import { IDEMPOTENCY_KEY } from './server.ts';
import { connectTo } from './testing/connect-to.ts';
import { type TasksInMemory, tasksInMemory } from './testing/tasks-in-memory.ts';

const tokens = createTokenService(['a secret of at least thirty-two bytes']);
const logged: unknown[] = [];
let tasks: TasksInMemory;
let app: ReturnType<typeof mcpRoutes>;

beforeEach(() => {
  tasks = tasksInMemory();
  logged.length = 0;
  app = mcpRoutes({
    tasks,
    tokens,
    timeZoneOf: async () => 'UTC',
    config: { publicUrl: new URL('http://localhost:3000'), version: '0.0.0' },
    logger: { error: (details) => logged.push(details) },
  });
});

const connect = (userId = 'ada', scopes?: string[]) => connectTo(app, tokens, { userId, scopes });

async function post(
  headers: Record<string, string>,
  body: unknown = { jsonrpc: '2.0', id: 1, method: 'tools/list' },
) {
  return app.request('/', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

/** The sentence of a call that failed. */
async function failure(client: Client, name: string, args: Record<string, unknown>): Promise<string> {
  const result = await client.callTool({ name, arguments: args });
  expect(result.isError).toBe(true);
  expect(result).not.toHaveProperty('structuredContent');
  const [content] = result.content as { type: string; text: string }[];
  return content?.text ?? '';
}

describe('tools/list', () => {
  it('shows every tool as agents know it', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools).toMatchSnapshot();
  });

  it('shows a read-only token only what changes nothing', async () => {
    const client = await connect('ada', ['read']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['list_tasks']);
    await expect(client.callTool({ name: 'add_task', arguments: { title: 'x' } })).rejects.toThrow(
      'This access token may only read, so add_task is not offered. The tools are list_tasks.',
    );
  });
});

describe('tools/call', () => {
  it('adds, lists, completes, reopens, updates, deletes and restores', async () => {
    const client = await connect();
    const call = async (name: string, args: Record<string, unknown> = {}) => {
      const result = await client.callTool({ name, arguments: args });
      const [content] = result.content as { text: string }[];
      expect(JSON.parse(content?.text ?? '')).toEqual(result.structuredContent);
      return result.structuredContent;
    };
    expect(await call('add_task', { title: '  Buy milk ', tags: ['home'] })).toEqual({
      task_id: 1,
      status: 'created',
      title: 'Buy milk',
    });
    expect(await call('list_tasks')).toMatchObject({
      tasks: [{ id: 1, title: 'Buy milk', completed: false, tags: ['home'] }],
    });
    expect(await call('complete_task', { task_id: 1 })).toEqual({
      task_id: 1,
      status: 'completed',
      title: 'Buy milk',
    });
    expect(await call('list_tasks', { status: 'pending' })).toEqual({ tasks: [] });
    expect(await call('complete_task', { task_id: 1, completed: false })).toEqual({
      task_id: 1,
      status: 'pending',
      title: 'Buy milk',
    });
    expect(await call('update_task', { task_id: 1, title: 'Buy oat milk', due_date: '2026-12-01' })).toEqual({
      task_id: 1,
      status: 'updated',
      title: 'Buy oat milk',
      previous: { title: 'Buy milk', due_date: null, due_at: null },
    });
    expect(await call('delete_task', { task_id: 1, user_id: 'ada' })).toEqual({
      task_id: 1,
      status: 'deleted',
      title: 'Buy oat milk',
    });
    expect(await call('restore_task', { task_id: 1 })).toEqual({
      task_id: 1,
      status: 'restored',
      title: 'Buy oat milk',
    });
  });

  it('passes the idempotency key of the call on', async () => {
    const client = await connect();
    await client.callTool({
      name: 'add_task',
      arguments: { title: 'Once' },
      _meta: { [IDEMPOTENCY_KEY]: 'turn/1/1' },
    });
    expect(tasks.keys).toEqual(['turn/1/1']);
  });

  it("never reaches another user's tasks", async () => {
    await tasks.create('eve', { title: "Eve's secret" });
    const client = await connect('ada');
    expect(await failure(client, 'complete_task', { task_id: 1 })).toBe(
      'There is no task 1: the list is empty.',
    );
    const sentence = await failure(client, 'list_tasks', { user_id: 'eve' });
    expect(sentence).toBe(
      "list_tasks was not run: user_id is not the signed-in user's id. Leave user_id out.",
    );
  });

  it.each([
    ['add_task', {}, 'title is required'],
    ['add_task', { title: ' ' }, 'title must not be empty'],
    ['add_task', { title: 'x'.repeat(201) }, 'title must have at most 200 characters (it has 201)'],
    ['add_task', { title: 'x', priority: 'urgent' }, 'priority must be low, medium or high'],
    ['add_task', { title: 'x', due_date: 'today' }, 'due_date must be a calendar day written YYYY-MM-DD'],
    [
      'add_task',
      { title: 'x', due_at: '2026-01-01 18:00' },
      'due_at must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z',
    ],
    [
      'add_task',
      { title: 'x', due_date: '2026-01-01', due_at: '2026-01-01T00:00:00Z' },
      'due_at excludes due_date: give one of them, not both',
    ],
    ['add_task', { title: 'x', tags: 'home' }, 'tags must be an array'],
    [
      'add_task',
      { title: 'x', due: 'today', name: 'y' },
      'there is no argument "due", only title, description, priority, due_date, due_at, tags, recurrence, parent_id, user_id; there is no argument "name", only title, description, priority, due_date, due_at, tags, recurrence, parent_id, user_id',
    ],
    ['list_tasks', { status: 'open' }, 'status must be all, pending, completed or trashed'],
    ['list_tasks', { limit: 5000 }, 'limit must be a whole number from 1 to 500'],
    ['list_tasks', { sort: 'newest' }, /sort must be one of id, -id, /],
    ['update_task', { task_id: 1 }, /give at least one of title, description, /],
    ['update_task', { title: 'x' }, 'task_id must be the number of a task, as list_tasks shows it'],
    ['complete_task', { task_id: 1, completed: 'yes' }, 'completed must be a boolean'],
    ['delete_task', { task_id: 'one' }, 'task_id must be the number of a task, as list_tasks shows it'],
    ['delete_task', { task_id: 0 }, 'task_id must be the number of a task, as list_tasks shows it'],
    ['restore_task', { task_id: 1.5 }, 'task_id must be the number of a task, as list_tasks shows it'],
    ['restore_task', { task_id: 1, user_id: 7 }, 'user_id must be a string'],
  ])('says what is wrong with %s %j', async (name, args, mistake) => {
    const sentence = await failure(await connect(), name, args);
    if (mistake instanceof RegExp) expect(sentence).toMatch(mistake);
    else expect(sentence).toBe(`${name} was not run: ${mistake}.`);
    expect(sentence.startsWith(`${name} was not run: `)).toBe(true);
  });

  it('says what there is instead of a task that is not there', async () => {
    await tasks.create('ada', { title: 'Pay bills' });
    await tasks.create('ada', { title: 'Old' });
    await tasks.remove('ada', 2);
    const client = await connect();
    expect(await failure(client, 'complete_task', { task_id: 9 })).toBe(
      'There is no task 9. The newest tasks are 1 "Pay bills"; call list_tasks to see all numbers.',
    );
    expect(await failure(client, 'delete_task', { task_id: 2 })).toBe(
      'Task 2 ("Old") is in the trash; restore_task brings it back.',
    );
  });

  it('keeps the words of unexpected errors to itself', async () => {
    tasks.create = async () => {
      throw new Error('password authentication failed for user postgres');
    };
    const sentence = await failure(await connect(), 'add_task', { title: 'x' });
    expect(sentence).toBe(
      'add_task could not be done because of a problem on the server. Try again in a moment.',
    );
    expect(logged).toHaveLength(1);
  });
});

describe('the door', () => {
  it('wants a bearer token', async () => {
    const response = await post({});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect((await post({ authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await post({ cookie: 'session=abc' })).status).toBe(401);
  });

  it.each([
    ['2025-06-18', '2025-06-18'],
    ['', '2025-03-26'],
    ['2099-01-01', '2025-11-25'],
  ])('speaks the version that a client names as %j', async (named, spoken) => {
    const authorization = `Bearer ${await tokens.issue('ada')}`;
    const clientInfo = { name: 'test', version: '1' };
    const params = { protocolVersion: named, capabilities: {}, clientInfo };
    const answer = await post({ authorization }, { jsonrpc: '2.0', id: 1, method: 'initialize', params });
    expect(await answer.json()).toMatchObject({ result: { protocolVersion: spoken } });
  });

  it('is shut to pages of another origin', async () => {
    const authorization = `Bearer ${await tokens.issue('ada')}`;
    expect((await post({ authorization, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ authorization, origin: 'http://localhost:3000' })).status).toBe(200);
  });

  it('keeps no session', async () => {
    for (const method of ['GET', 'DELETE']) {
      const response = await app.request('/', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    }
  });
});
