/** Migrations, and a database that goes away. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateDatabase, migrateWhenReachable } from '../src/database/migrate.ts';
import { sweepExpired } from '../src/database/sweep.ts';
import { copyDatabase, createStage, type Stage } from './stage.ts';

let admin: postgres.Sql;
beforeAll(() => {
  admin = postgres(inject('postgresUrl'), { max: 1 });
});
afterAll(() => admin.end());

async function emptyDatabase(): Promise<string> {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name}`);
  return Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href;
}

describe('migrations', () => {
  it('are applied once when many replicas start at the same moment', async () => {
    const url = await emptyDatabase();
    await Promise.all(Array.from({ length: 8 }, () => migrateDatabase(url)));
    const sql = postgres(url, { max: 1 });
    const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
    await sql.end();
    const files = readdirSync(new URL('../src/database/migrations', import.meta.url));
    expect(row?.applied).toBe(files.filter((file) => file.endsWith('.sql')).length);
  });

  it('leave out what a database of another tool adds to its address', async () => {
    const url = `${await emptyDatabase()}?channel_binding=require&sslmode=disable&pgbouncer=true`;
    await expect(migrateDatabase(url)).resolves.toBeUndefined();
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, /DATABASE_URL must have the right user and password/],
    ['no such database', { pathname: 'nowhere' }, /DATABASE_URL must name an existing database/],
  ])('say what is wrong with DATABASE_URL: %s', async (_, change, words) => {
    const url = Object.assign(new URL(inject('postgresUrl')), change).href;
    const attempt = migrateWhenReachable(url, pino({ level: 'silent' }), new AbortController().signal);
    await expect(attempt).rejects.toThrow(words);
  });

  it('say when the user may not make roles or tables', async () => {
    await admin.unsafe(`create role humble login password 'humble'`);
    const url = Object.assign(new URL(await emptyDatabase()), {
      username: 'humble',
      password: 'humble',
    }).href;
    const attempt = migrateWhenReachable(url, pino({ level: 'silent' }), new AbortController().signal);
    await expect(attempt).rejects.toThrow(/must be allowed to make tables and roles/);
  });
});

interface Road {
  url: string;
  open(): Promise<void>;
  /** Cuts every connection and takes no more. */
  close(): Promise<void>;
}

/** A way to the database that can be closed. */
async function roadTo(url: string): Promise<Road> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    open: () => listen(port),
    async close() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a database that is away', () => {
  let stage: Stage;
  let road: Road;
  beforeAll(async () => {
    road = await roadTo(await copyDatabase());
    stage = await createStage({ DATABASE_URL: road.url });
  });
  afterAll(async () => {
    await stage.close();
    await road.close();
  });

  it('answers 503 with Retry-After everywhere, and nothing is lost when it is back', async () => {
    const ada = await stage.signUp();
    await ada.add('Before');
    await road.close();
    const session = { headers: { cookie: ada.cookie } };
    const asked = [
      () => ada.request('/api/{me}/tasks'),
      () => ada.request('/api/{me}/tasks', { method: 'POST', body: { title: 'x' } }),
      () => stage.request(`/api/${ada.id}/tasks`, session),
      () => stage.request('/api/auth/token', session),
      () => stage.request('/api/auth/get-session', session),
      () =>
        stage.request('/api/auth/sign-in/email', {
          method: 'POST',
          body: { email: ada.email, password: 'x' },
        }),
    ];
    for (const ask of asked) {
      const answer = await ask();
      expect([ask.toString(), answer.status]).toEqual([ask.toString(), 503]);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.body.type).toBe('urn:todo-chatbot:problem:database-away');
    }
    expect(await stage.request('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'unavailable', checks: { database: 'unreachable' } },
    });
    expect((await stage.request('/health')).status).toBe(200);

    await road.open();
    await expect.poll(async () => (await stage.request('/health/ready')).status, { timeout: 5000 }).toBe(200);
    expect((await ada.request('/api/{me}/tasks')).body).toHaveLength(1);
  });
});

describe('sweeping', () => {
  it('empties the trash after 30 days and no sooner', async () => {
    const stage = await createStage();
    const ada = await stage.person();
    for (const title of ['Old', 'Recent', 'Kept']) await ada.add(title);
    for (const id of [1, 2]) await ada.request(`/api/{me}/tasks/${id}`, { method: 'DELETE' });
    await stage.database.sql.begin(async (sql) => {
      await sql`select set_config('app.user_id', ${ada.id}, true)`;
      await sql`update tasks set deleted_at = now() - interval '30 days 1 minute' where id = 1`;
      await sql`update tasks set deleted_at = now() - interval '29 days 23 hours' where id = 2`;
    });
    await sweepExpired(stage.database);
    const left = [
      ...(await ada.request('/api/{me}/tasks?status=trashed')).body,
      ...(await ada.request('/api/{me}/tasks')).body,
    ];
    expect(left.map(({ title }) => title)).toEqual(['Recent', 'Kept']);
    await stage.close();
  });

  it('forgets sessions and attempts to sign in that are over', async () => {
    const stage = await createStage();
    const { sql } = stage.database;
    const [over, present] = [await stage.signUp(), await stage.signUp()];
    await sql`update sessions set expires_at = now() - interval '1 minute' where user_id = ${over.id}`;
    await sql`delete from rate_limits`;
    const attempt = (key: string, time: number) =>
      sql`insert into rate_limits (id, key, count, last_request) values (${key}, ${key}, 1, ${time})`;
    await attempt('old', Date.now() - 61 * 60 * 1000);
    await attempt('new', Date.now() - 59 * 60 * 1000);
    await sweepExpired(stage.database);
    expect(await sql`select user_id from sessions`).toEqual([{ user_id: present.id }]);
    expect(await sql`select key from rate_limits`).toEqual([{ key: 'new' }]);
    await stage.close();
  });
});
