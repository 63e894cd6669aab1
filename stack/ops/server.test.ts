import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import {
  CallToolResultSchema,
  ElicitRequestSchema,
  type ElicitResult,
} from '@modelcontextprotocol/sdk/types.js';
import { afterEach, expect, test } from 'vitest';
import { readRecording } from '../cli/doctor/recordings.ts';
import { replay } from '../cli/doctor/replay.ts';
import { createOpsServer } from './server.ts';

const healthy = readRecording('healthy');
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

interface Wishes {
  recording?: string;
  allowChanges?: boolean;
  /** What the person answers; without it the client cannot ask anybody. */
  person?: (message: string) => ElicitResult;
  /** How commands end that change something. */
  made?: { code: number; stderr: string };
}

/** A client of a server whose cluster is a recorded one, and the commands that were to change it. */
async function connected({ recording = 'wrong-setting', allowChanges = false, person, made }: Wishes) {
  const { target } = readRecording(recording);
  const recorded = replay(readRecording(recording), healthy);
  const changes: string[] = [];
  const shell: typeof recorded = {
    ...recorded,
    run: async (program, args) => {
      const line = [program, ...args].join(' ');
      if (!/ (rollout|scale|rollback) /.test(line)) return recorded.run(program, args);
      changes.push(line);
      return { code: 0, stdout: '', stderr: '', ...made };
    },
  };
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: person ? { elicitation: {} } : {} },
  );
  if (person) client.setRequestHandler(ElicitRequestSchema, ({ params }) => person(params.message));
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createOpsServer({ shell, target, allowChanges }).connect(far);
  await client.connect(near);
  clients.push(client);
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const { content, structuredContent, isError } = CallToolResultSchema.parse(
      await client.callTool({ name, arguments: input }),
    );
    const [first] = content;
    return { structuredContent, isError, text: first?.type === 'text' ? first.text : '' };
  };
  return { client, call, changes };
}

const yes = () => ({ action: 'accept' as const, content: { approve: true } });

test('offers what only reads, and says so of each tool', async () => {
  const { client } = await connected({});
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    ...['examine', 'list_pods', 'list_events', 'read_log', 'release_history'],
  ]);
  for (const { annotations, inputSchema, outputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema.type).toBe('object');
    expect(outputSchema?.type).toBe('object');
    expect(description).toBeTruthy();
  }
  expect(client.getInstructions()).toContain('Nothing can be changed here');
});

test('examine tells what the doctor finds, in its schema', async () => {
  const { call } = await connected({});
  const { structuredContent, text } = await call('examine');
  expect(structuredContent).toMatchObject({ severity: 'broken' });
  expect(text).toContain('JWT_SECRET must be at least 32 bytes');
  expect(text).toContain('docs/runbook.md#wrong-setting');
});

test('pods, events, logs and revisions', async () => {
  const { call } = await connected({});
  const pods = (await call('list_pods')).structuredContent as { pods: { name: string; ready: boolean }[] };
  const ill = pods.pods.find(({ ready }) => !ready);
  expect(ill?.name).toMatch(/^todo-api-/);
  const events = await call('list_events', { limit: 1 });
  expect((events.structuredContent as { events: object[] }).events).toHaveLength(1);
  const history = await call('release_history');
  expect(history.text).toContain('"status":"deployed"');
});

test('what cannot be answered says what to do instead', async () => {
  const { call } = await connected({});
  const unknown = await call('read_log', { pod: 'todo-api-nobody' });
  expect(unknown).toMatchObject({ isError: true });
  expect(unknown.text).toMatch(/There is no pod todo-api-nobody. The pods are todo-/);
  const option = await call('read_log', { pod: '--all-containers' });
  expect(option).toMatchObject({ isError: true });
  const off = await connected({ recording: 'api-unreachable' });
  expect(await off.call('list_pods')).toMatchObject({ isError: true });
  expect((await off.call('release_history')).text).toMatch(/The tool examine says why/);
});

test('without --allow-changes nothing that changes is there', async () => {
  const { call, changes } = await connected({ person: yes });
  expect(await call('restart_service', { service: 'api' })).toMatchObject({ isError: true });
  expect(changes).toEqual([]);
});

test('a change waits for the person, who sees what would happen', async () => {
  let asked = '';
  const person = (message: string) => {
    asked = message;
    return yes();
  };
  const { client, call, changes } = await connected({ allowChanges: true, person });
  const { tools } = await client.listTools();
  const changing = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
  expect(changing.map(({ name }) => name)).toEqual(['restart_service', 'scale_service', 'roll_back']);
  expect(changing.every(({ annotations }) => annotations?.destructiveHint)).toBe(true);
  const { structuredContent } = await call('scale_service', { service: 'web', replicas: 3 });
  expect(asked).toMatch(/Scale todo-web in the cluster trial, namespace todo-faults to 3 pods\?/);
  expect(structuredContent).toMatchObject({ done: true });
  expect(changes).toEqual([
    'kubectl --context trial --namespace todo-faults scale deployment/todo-web --replicas=3',
    'kubectl --context trial --namespace todo-faults rollout status deployment/todo-web --timeout=150s',
  ]);
});

test.each<[string, ElicitResult]>([
  ['declines', { action: 'decline' }],
  ['closes the question', { action: 'cancel' }],
  ['leaves the box empty', { action: 'accept', content: { approve: false } }],
])('nothing happens when the person %s', async (_name, answer) => {
  const { call, changes } = await connected({ allowChanges: true, person: () => answer });
  const { structuredContent, isError } = await call('restart_service', { service: 'api' });
  expect(isError).toBeFalsy();
  expect(structuredContent).toMatchObject({ done: false });
  expect(changes).toEqual([]);
});

test('a client that can ask nobody is refused, with the command for a person to type', async () => {
  const { call, changes } = await connected({ allowChanges: true });
  const refused = await call('restart_service', { service: 'api' });
  expect(refused).toMatchObject({ isError: true });
  expect(refused.text).toMatch(/A person can type: kubectl .* rollout restart deployment\/todo-api$/);
  expect(changes).toEqual([]);
});

test('going back is refused to a revision that never ran, before anybody is asked', async () => {
  const person = () => {
    throw new Error('nobody is to be asked');
  };
  const { call, changes } = await connected({ recording: 'release-failed', allowChanges: true, person });
  const missing = await call('roll_back', { revision: 9999 });
  expect(missing.text).toMatch(/Revision 9999 does not exist. One can go back to \d+/);
  const { structuredContent } = await call('release_history');
  const { revisions } = structuredContent as { revisions: { revision: number; status: string }[] };
  const failed = revisions.find(({ status }) => status === 'failed');
  expect((await call('roll_back', { revision: failed?.revision })).text).toMatch(/never ran \(failed\)/);
  expect(changes).toEqual([]);
});

test('a change that fails says why and how it stands', async () => {
  const made = { code: 1, stderr: 'deployments.apps "todo-api" not found' };
  const { call } = await connected({ allowChanges: true, person: yes, made });
  const failed = await call('restart_service', { service: 'api' });
  expect(failed).toMatchObject({ isError: true });
  expect(failed.text).toMatch(/It failed: .*not found. examine says how it stands/);
});
