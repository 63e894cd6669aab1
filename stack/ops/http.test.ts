import { request } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecording } from '../cli/doctor/recordings.ts';
import { replay } from '../cli/doctor/replay.ts';
import { type Serving, serveOverHttp } from './http.ts';

const token = 'a-token-of-this-test';
const healthy = readRecording('healthy');
const changes: string[] = [];
let serving: Serving;

beforeEach(async () => {
  changes.length = 0;
  const recorded = replay(healthy, healthy);
  const shell: typeof recorded = {
    ...recorded,
    run: async (program, args) => {
      if (!args.includes('rollout')) return recorded.run(program, args);
      changes.push(args.join(' '));
      return { code: 0, stdout: '', stderr: '' };
    },
  };
  serving = await serveOverHttp({ shell, target: healthy.target, allowChanges: true }, 0, token);
});
afterEach(() => serving.close());

/** Status of a request with these headers; `fetch` would not send another Host. */
function statusWith(headers: Record<string, string>, path = '/mcp'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, serving.url);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    request(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    )
      .on('error', reject)
      .end(body);
  });
}

test.each([
  ['no token', {}, '/mcp', 401],
  ['another token', { authorization: 'Bearer another-token-of-it' }, '/mcp', 401],
  ['a page of the web', { authorization: `Bearer ${token}`, origin: 'https://evil.example' }, '/mcp', 403],
  [
    'a name that was made to lead here',
    { authorization: `Bearer ${token}`, host: 'evil.example' },
    '/mcp',
    403,
  ],
  ['another path', { authorization: `Bearer ${token}` }, '/', 404],
  ['a session that there is not', { authorization: `Bearer ${token}`, 'mcp-session-id': 'x' }, '/mcp', 404],
])('refuses %s', async (_name, headers, path, status) => {
  expect(await statusWith(headers, path)).toBe(status);
});

test('serves a client that has the token, which can ask its person', async () => {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content: { approve: true } }));
  const transport = new StreamableHTTPClientTransport(new URL(serving.url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  const { structuredContent } = await client.callTool({ name: 'list_pods', arguments: {} });
  expect(structuredContent).toMatchObject({ pods: [{ ready: true }, { ready: true }] });
  const changed = await client.callTool({ name: 'restart_service', arguments: { service: 'api' } });
  expect(changed.structuredContent).toMatchObject({ done: true });
  expect(changes[0]).toContain('rollout restart deployment/todo-api');
  await client.close();
});
