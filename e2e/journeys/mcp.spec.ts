/** An agent of somebody else's making, with the official client, through the one public address. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, test } from '@playwright/test';
import { bodyOf, productUrl, send, signUpAtApi } from '../people/api-caller.ts';

async function connect(token: string): Promise<Client> {
  const client = new Client({ name: 'journey', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(productUrl('/mcp')), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  // The SDK's own types disagree about an absent session id.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}

test('an agent works on the tasks of whoever gave it a token', async () => {
  const { token, userId, call } = await signUpAtApi();
  const client = await connect(token);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'add_task',
    'complete_task',
    'delete_task',
    'list_tasks',
    'restore_task',
    'update_task',
  ]);

  const use = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })).structuredContent;
  const added = await use('add_task', { title: 'Buy milk', user_id: userId });
  expect(added).toEqual({ task_id: 1, status: 'created', title: 'Buy milk' });
  expect(await use('update_task', { task_id: 1, title: 'Buy oat milk' })).toMatchObject({
    status: 'updated',
  });
  expect(await use('complete_task', { task_id: 1 })).toMatchObject({
    status: 'completed',
    title: 'Buy oat milk',
  });
  expect(await use('list_tasks', { status: 'completed' })).toMatchObject({
    tasks: [{ id: 1, completed: true }],
  });
  expect(await use('delete_task', { task_id: 1 })).toMatchObject({ status: 'deleted' });
  expect(await bodyOf(call('GET', '/tasks'))).toEqual([]);

  const refused = await client.callTool({ name: 'list_tasks', arguments: { user_id: 'somebody' } });
  expect(refused.isError).toBe(true);
  await client.close();
});

test('without a token there is no agent', async () => {
  const request = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const answer = await send('POST', '/mcp', request, { accept: 'application/json, text/event-stream' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('Bearer');
});
