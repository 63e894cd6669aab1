/** The official conformance suite of the protocol, run against this server with an access token. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from '../stage.ts';

const expectedFailures = join(import.meta.dirname, 'expected-failures.yaml');
const require = createRequire(import.meta.url);
const manifest = require.resolve('@modelcontextprotocol/conformance/package.json');
const suite = join(dirname(manifest), 'dist/index.js');

let stage: Stage;
let folder: string;
let address: string;
const server = createAdaptorServer({ fetch: (request) => withToken(request) });
let withToken: (request: Request) => Response | Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-conformance-'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  stage = await createStage({ PUBLIC_URL: address });
  const ada = await stage.person();
  const made = await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'Suite' } });
  // The suite knows no tokens: they are put in where its requests arrive.
  withToken = (request) => {
    request.headers.set('authorization', `Bearer ${made.body.token}`);
    return stage.app.fetch(request);
  };
});
afterAll(async () => {
  server.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

it('passes every scenario that applies', async () => {
  const args = [
    'server',
    '--url',
    `${address}/mcp`,
    '--suite',
    'all',
    '--expected-failures',
    expectedFailures,
  ];
  // It exits with an error both for a failure that is not expected and for one that no longer happens.
  const { stdout } = await promisify(execFile)(process.execPath, [suite, ...args], { cwd: folder }).catch(
    (error: { stdout: string }) => {
      throw new Error(error.stdout.slice(error.stdout.indexOf('=== SUMMARY')));
    },
  );
  const passed = [...stdout.matchAll(/^✓ ([\w-]+): [1-9]/gm)].map(([, name]) => name);
  expect(passed).toEqual([
    'server-initialize',
    'ping',
    'tools-list',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ]);
});
