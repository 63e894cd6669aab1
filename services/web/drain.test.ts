import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const here = import.meta.dirname;
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--require', join(here, 'drain.cjs'), fileURLToPath(import.meta.resolve('./test/drained-server.cjs'))],
    { env: { ...process.env, METRICS_PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  started.push(child);
  return { child, exit: once(child, 'exit') as Promise<[number | null, string | null]> };
}

async function portOf(child: ChildProcess): Promise<number> {
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return Number(String(line));
}

const keepAlive = new Agent({ keepAlive: true });

async function get(port: number, path = '/'): Promise<IncomingMessage> {
  const sent = request({ host: '127.0.0.1', port, path, agent: keepAlive }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1', () => answer(true)).on('error', () => answer(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Asks until the process says that it drains; each answer is a whole one. */
async function untilDraining(port: number): Promise<IncomingMessage> {
  for (;;) {
    const response = await get(port);
    const { draining } = JSON.parse(await text(response));
    if (draining) return response;
  }
}

test('from SIGTERM on it serves and says goodbye, then ends streams and exits with 0', async () => {
  const { child, exit } = start({ DRAIN_SECONDS: '2' });
  const port = await portOf(child);
  const stream = await get(port, '/stream');
  const before = await get(port);
  expect([before.headers.connection, JSON.parse(await text(before)).draining]).toEqual(['keep-alive', false]);
  // Idle connections are given up sooner than a drain is over, by the clients themselves.
  expect(before.headers['keep-alive']).toBe('timeout=1');

  child.kill('SIGTERM');
  const answer = await untilDraining(port);
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
  expect(answer.headers).not.toHaveProperty('keep-alive');
  // The open stream ends as a whole, which a broken connection would not.
  expect(await text(stream)).toBe('data: one\n\n');
  expect(await exit).toEqual([0, null]);
});

test('a connection whose stream ended in the drain is answered once more', async () => {
  const { child, exit } = start({ DRAIN_SECONDS: '2' });
  const port = await portOf(child);
  // Node's own client gives such a connection up by itself; others take the hint as one.
  const client = connect(port, '127.0.0.1');
  const said = text(client);
  client.write('GET /half-the-drain HTTP/1.1\r\nHost: todo\r\n\r\n');
  await once(client, 'data');
  child.kill('SIGTERM');
  // Until no new connection is taken.
  await expect.poll(() => isOpen(port), { interval: 10, timeout: 5_000 }).toBe(false);
  client.write('GET / HTTP/1.1\r\nHost: todo\r\n\r\n');
  const [stream, answer] = (await said).split('\r\n0\r\n\r\n');
  expect(stream).toContain('data: one\n\n');
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\nConnection: close\r\n/);
  expect(await exit).toEqual([0, null]);
});

test('a second signal ends it at once, whatever is open', async () => {
  const { child, exit } = start({ DRAIN_SECONDS: '600' });
  const port = await portOf(child);
  const stuck = await get(port, '/for-ever');
  stuck.on('error', () => {});
  child.kill('SIGTERM');
  await untilDraining(port);
  child.kill('SIGTERM');
  expect(await exit).toEqual([143, null]);
});

test('who asked is added to those who passed it on', async () => {
  const { child } = start({});
  const port = await portOf(child);
  expect(JSON.parse(await text(await get(port))).from).toBe('127.0.0.1');
});

test('a wrong setting ends it with one line', async () => {
  const { child, exit } = start({ DRAIN_SECONDS: 'soon' });
  const said = text(child.stderr as NodeJS.ReadableStream);
  expect((await exit)[0]).toBe(1);
  expect(await said).toBe('todo-web: DRAIN_SECONDS must be a whole number from 0 to 3600, but is "soon"\n');
});

test('a taken port ends it with one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { child, exit } = start({ PORT: String(port) });
  const said = text(child.stderr as NodeJS.ReadableStream);
  expect((await exit)[0]).toBe(1);
  expect(await said).toBe(
    `todo-web: port ${port} is in use by another program: stop that program or choose another PORT\n`,
  );
  other.close();
});
