import { readdirSync } from 'node:fs';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateDatabase, migrateWhenReachable } from '../src/database/migrate.ts';
import { sweepExpired } from '../src/database/sweep.ts';
import { connectDirectly, emptyDatabase } from './databases.ts';
import { createStage } from './stage.ts';

let admin: postgres.Sql;
beforeAll(() => {
  admin = connectDirectly();
});
afterAll(() => admin.end());

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
    const url = Object.assign(new URL(inject('serviceUrl')), change).href;
    const attempt = migrateWhenReachable(
      { url, setting: 'DATABASE_URL' },
      pino({ level: 'silent' }),
      new AbortController().signal,
    );
    await expect(attempt).rejects.toThrow(words);
  });

  it('say when the user may not make roles or tables', async () => {
    await admin.unsafe(`create role humble login password 'humble'`);
    // Whoever drops the database must be allowed to end its connections.
    await admin.unsafe('grant humble to current_user');
    const url = Object.assign(new URL(await emptyDatabase()), {
      username: 'humble',
      password: 'humble',
    }).href;
    const attempt = migrateWhenReachable(
      { url, setting: 'DATABASE_URL' },
      pino({ level: 'silent' }),
      new AbortController().signal,
    );
    await expect(attempt).rejects.toThrow(/must be allowed to make tables and roles/);
  });
});

describe('sweeping', () => {
  it('empties the trash after 30 days and no sooner', async () => {
    const stage = await createStage();
    const ada = await stage.person();
    for (const title of ['Old', 'Recent', 'Kept']) await ada.add(title);
    for (const id of [1, 2]) await ada.request(`/api/{me}/tasks/${id}`, { method: 'DELETE' });
    await stage.sql.begin(async (sql) => {
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
    const { sql } = stage;
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
