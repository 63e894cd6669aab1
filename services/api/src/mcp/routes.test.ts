import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTokenService } from '../accounts/tokens.ts';
import { mcpRoutes } from './routes.ts';
import { IDEMPOTENCY_KEY } from './server.ts';
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
    config: { publicUrl: new URL('http://localhost:3000'), version: '0.0.0' },
    logger: { error: (details) => logged.push(details) },
  });
});

async function connect(userId = 'ada', scopes?: string[]): Promise<Client> {
  const token = await tokens.issue(userId, scopes ? { scopes } : {});
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL('http://api/'), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
    fetch: async (url, init) => app.request(String(url), init),
  });
  // The SDK's own types disagree about an absent session id.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}

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
      'There is no tool add_task',
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

  it('says what is wrong with the arguments', async () => {
    const client = await connect();
    expect(await failure(client, 'add_task', {})).toMatch(/^add_task was not run: title: /);
    expect(await failure(client, 'add_task', { title: ' ' })).toContain('title: must not be empty');
    expect(
      await failure(client, 'add_task', {
        title: 'x',
        due_date: '2026-01-01',
        due_at: '2026-01-01T00:00:00Z',
      }),
    ).toContain('give due_date or due_at, not both');
    expect(await failure(client, 'add_task', { title: 'x', due: 'today' })).toContain('"due"');
    expect(await failure(client, 'update_task', { task_id: 1 })).toContain('give at least one of title');
    expect(await failure(client, 'delete_task', { task_id: 'one' })).toContain('task_id: ');
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
