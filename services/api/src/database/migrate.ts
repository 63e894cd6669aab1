/** @module Brings the tables up to date: many replicas may start at once, one at a time migrates. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Logger } from 'pino';
import postgres from 'postgres';
import { StartError } from '../start-error.ts';
import { connectionOptions } from './connection.ts';
import { isDatabaseAway, postgresCode } from './errors.ts';

const MIGRATION_LOCK = 7_031_986;

/** The roles that transactions become: todo_app for a user's work, todo_system for sweeps over all users. */
const ROLES = `
do $$
declare
  name text;
begin
  foreach name in array array['todo_app', 'todo_system'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then
        null; -- another database of this server was first
      end;
    end if;
    -- From Postgres 16 on, whoever makes a role administers it but may not yet become it.
    if not pg_has_role(
      current_user, name, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end
    ) then
      execute format('grant %I to current_user', name);
    end if;
  end loop;
end $$`;

/** Applies what is missing, on a direct connection: the lock is the session's, which poolers do not keep. */
export async function migrateDatabase(url: string): Promise<void> {
  const options = connectionOptions(url, { direct: true });
  const sql = postgres(options.url, { ...options.settings, max: 1 });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql.unsafe(ROLES);
    const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
    await migrate(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What a refusal means for the person who set DATABASE_URL. */
const REFUSALS: Record<string, string> = {
  '28P01': 'DATABASE_URL must have the right user and password: the database refused them',
  '28000': 'DATABASE_URL must name a user that may connect: the database refused it',
  '3D000': 'DATABASE_URL must name an existing database: there is none of that name',
  '42501': "DATABASE_URL's user must be allowed to make tables and roles (CREATEROLE) in the database",
};

/**
 * Migrates as soon as the database answers: a service that starts before its database waits for it.
 * Throws a StartError for what waiting cannot mend; false when the signal ended the wait.
 */
export async function migrateWhenReachable(
  url: string,
  logger: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await migrateDatabase(url);
      return true;
    } catch (error) {
      const refusal = REFUSALS[postgresCode(error) ?? ''];
      if (refusal) throw new StartError(refusal, { cause: error });
      if (!isDatabaseAway(error)) throw error;
      logger.warn({ err: error }, 'the database cannot be reached: trying again');
      await delay(Math.min(100 * 2 ** attempt, 2_000), undefined, { signal }).catch(() => {});
    }
  }
  return false;
}
