/** The process itself: starts, says what is wrong, survives being killed, and leaves without losing a request. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../build.ts';
import { connectDirectly, emptyDatabase } from './databases.ts';
import { launcherOf } from './launcher.ts';
import { JWT_SECRET, PASSWORD } from './stage.ts';

/** The bundle, as it is shipped: of its own, since another build may replace `dist` meanwhile. */
const built = join(import.meta.dirname, `../node_modules/.cache/test-${process.pid}`);
let folder: string;
/** A data folder as a first start leaves it: copied, since making one takes longer than all else. */
let used: string;

const { launch, start, refusal, endAll } = launcherOf(join(built, 'main.js'), () => folder);

beforeAll(async () => {
  await bundle(built);
  used = folder = mkdtempSync(join(tmpdir(), 'todo-process-'));
  const { child, ended } = await start();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
afterAll(() => {
  for (const made of [built, used]) rmSync(made, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'todo-process-'));
  execFileSync('cp', ['-a', `${used}/.`, folder]);
});
afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function signUp(url: string) {
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.org', password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { user } = (await answer.json()) as { user: { id: string } };
  return { cookie, tasks: `/api/${user.id}/tasks` };
}

const add = (address: string, cookie: string, title: string) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ title }),
  });

describe('the data folder', () => {
  it('keeps every acknowledged task when the process is killed, and opens again at once', async () => {
    const first = await start();
    const ada = await signUp(first.url);
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let n = 0; ; n++) {
        const answer = await add(first.url + ada.tasks, ada.cookie, `Task ${n}`);
        if (answer.status === 201) acknowledged.push(`Task ${n}`);
        if (acknowledged.length === 20) first.child.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    await first.ended;

    const second = await start();
    const answer = await fetch(second.url + ada.tasks, { headers: { cookie: ada.cookie } });
    const titles = ((await answer.json()) as { title: string }[]).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(acknowledged));
    // What was written but not yet acknowledged when it was killed may be there too.
    expect(titles.length - acknowledged.length).toBeLessThanOrEqual(1);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('is refused to a second process with one line, and the first goes on', async () => {
    const first = await start();
    const second = await refusal({});
    expect(second.code).toBe(1);
    expect(second.words).toMatch(/^todo-api: DATA_DIR is in use by another running todo-chatbot .*\n$/);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  });

  it('goes to exactly one of two that start at the same moment', async () => {
    const both = await Promise.allSettled([start(), start()]);
    const won = both.filter((result) => result.status === 'fulfilled');
    const lost = both.filter((result) => result.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost[0]?.reason.message).toMatch(/^todo-api: DATA_DIR is in use/);
    expect((await fetch(`${won[0]?.value.url}/health/ready`)).status).toBe(200);
  });

  it('works for an ordinary user', { skip: process.getuid?.() !== 0 }, async () => {
    execFileSync('chown', ['-R', '65534:65534', folder]);
    const { url, child, ended } = await start({}, [
      'setpriv',
      '--reuid=65534',
      '--regid=65534',
      '--clear-groups',
    ]);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('one plain line and exit code 1', () => {
  it.each([
    ['a wrong setting', { PORT: 'abc' }, /^todo-api: PORT must be a port number from 0 to 65535\n$/],
    ['an impossible folder', { DATA_DIR: '/proc/none' }, /^todo-api: DATA_DIR must be a folder .*\n$/],
  ])('%s', async (_, settings, words) => {
    const answer = await refusal(settings);
    expect(answer.words).toMatch(words);
    expect(answer.code).toBe(1);
  });

  it.each(['PORT', 'METRICS_PORT'])('a taken %s', async (name) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const answer = await refusal({ [name]: String(port) });
    other.close();
    expect(answer.words).toMatch(
      new RegExp(`^todo-api: ${name} ${port} is taken by another program: .*\\n$`),
    );
    expect(answer.code).toBe(1);
  });
});

describe('leaving', () => {
  it('serves on as not ready, then closes, losing no request of a kept connection', async () => {
    const { child, url, port, ended } = await start({ DRAIN_SECONDS: '2' });
    const agent = new Agent({ keepAlive: true });
    const ask = (path: string) =>
      new Promise<{ status?: number; connection?: string; idle?: string }>((resolve, reject) => {
        send({ port, host: '127.0.0.1', path, agent }, (answer) => {
          answer.resume();
          const { connection = '', 'keep-alive': idle = '' } = answer.headers;
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, connection, idle: String(idle) }));
        })
          .on('error', reject)
          .end();
      });
    // Idle connections are given up sooner than a drain is over, by the clients themselves.
    expect(await ask('/health')).toEqual({ status: 200, connection: 'keep-alive', idle: 'timeout=1' });
    child.kill('SIGTERM');
    await expect
      .poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: 5_000, interval: 10 })
      .toBe(503);
    for (let n = 0; n < 5; n++) {
      expect(await ask('/health')).toEqual({ status: 200, connection: 'close', idle: '' });
    }
    expect(await ended).toBe(0);
    agent.destroy();
  });

  it('ends open event streams', async () => {
    const { child, url, ended } = await start();
    const ada = await signUp(url);
    const stream = await fetch(url + ada.tasks.replace('tasks', 'events'), {
      headers: { cookie: ada.cookie },
    });
    child.kill('SIGINT');
    expect(await stream.text()).toContain('retry: 1000');
    expect(await ended).toBe(0);
  });

  it('ends at once on a second signal', async () => {
    const { child, url, ended } = await start({ DRAIN_SECONDS: '60' });
    child.kill('SIGINT');
    await expect
      .poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: 5_000, interval: 10 })
      .toBe(503);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
  });
});

describe('a database that ends connections', () => {
  it('neither ends the process nor takes back what it acknowledged', async () => {
    const address = await emptyDatabase();
    const name = new URL(address).pathname.slice(1);
    const admin = connectDirectly();
    try {
      const { child, ended, url } = await start({ DATABASE_URL: address });
      const ada = await signUp(url);
      const statuses = new Set<number>();
      let acknowledged = 0;
      let rounds = 0;
      const signedIn = await fetch(`${url}/api/auth/token`, { headers: { cookie: ada.cookie } });
      const { token } = (await signedIn.json()) as { token: string };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const use = async () => {
        while (rounds < 8) {
          const answer = await fetch(url + ada.tasks, { method: 'POST', headers, body: '{"title":"again"}' });
          statuses.add(answer.status);
          if (answer.status === 201) acknowledged += 1;
        }
      };
      const cut = async () => {
        for (; rounds < 8; rounds += 1) {
          await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
          await fetch(url + ada.tasks, { headers });
        }
      };
      await Promise.all([cut(), ...Array.from({ length: 8 }, use)]);
      expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
      expect(await countTasks(address)).toBeGreaterThanOrEqual(acknowledged);
      expect(acknowledged).toBeGreaterThan(0);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      await admin.end();
    }
  });
});

/** How many tasks there are, whoever they belong to. */
async function countTasks(address: string): Promise<number> {
  const sql = postgres(address, { max: 1 });
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('role', 'todo_system', true)`;
    return tx<{ count: number }[]>`select count(*)::int as count from tasks`;
  });
  await sql.end();
  return row?.count ?? 0;
}

describe('the log', () => {
  it('holds no secret and nothing that people wrote', async () => {
    const { child, ended } = launch({ LOG_LEVEL: 'trace', OPENAI_API_KEY: '' });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (log += chunk));
    await expect.poll(() => log, { timeout: 30_000 }).toContain('"msg":"ready"');
    const url = `http://127.0.0.1:${/"port":(\d+)/.exec(log)?.[1]}`;
    const ada = await signUp(url);
    await add(url + ada.tasks, ada.cookie, 'planted-title');
    await fetch(`${url + ada.tasks}?q=planted-query`, { headers: { cookie: ada.cookie } });
    const token = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('z'.repeat(32)));
    await fetch(url + ada.tasks, { headers: { authorization: `Bearer ${token}` } });
    await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'planted@example.org', password: 'planted-password' }),
    });
    child.kill('SIGTERM');
    await ended;
    expect(log).toContain('"path":"/api/auth/sign-in/email"');
    const session = decodeURIComponent(ada.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    for (const secret of ['planted', PASSWORD, JWT_SECRET, token, session, 'ada@example.org']) {
      expect(secret.length).toBeGreaterThan(5);
      expect(log).not.toContain(secret);
    }
  });
});
