/** @module Brings the tables up to date: many replicas may start at once, one at a time migrates. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Logger } from 'pino';
import { StartError } from '../start-error.ts';
import { connectionOptions } from './connection.ts';
import { isDatabaseAway, postgresCode } from './errors.ts';
import { refusalOf } from './refusals.ts';

/** A deadlock with those who serve meanwhile. */
const DEADLOCK = '40P01';
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

/**
 * Applies what is missing, all of it or nothing. One transaction holds the lock, so that it ends with it behind a
 * pooler, too, which would keep a session's.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client(connectionOptions(url, { direct: true }).settings);
  // A connection that is lost is told by the query that was on its way.
  client.on('error', () => {});
  try {
    await client.connect();
    await drizzle(client).transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('statement_timeout', '0', true), pg_advisory_xact_lock(${MIGRATION_LOCK})`,
      );
      // Whoever serves meanwhile waits behind a migration that waits for a lock: better to step back and try again.
      await tx.execute(sql`select set_config('lock_timeout', '3s', true)`);
      await tx.execute(sql.raw(ROLES));
      const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
      // Within this transaction: the type asks for more than is used of it.
      await migrate(tx as unknown as NodePgDatabase, { migrationsFolder });
    });
  } finally {
    client.end().catch(() => {});
  }
}

/**
 * Migrates as soon as the database answers: a service that starts before its database waits for it.
 * Throws a StartError that names the setting for what waiting cannot mend; false when the signal ended the wait.
 */
export async function migrateWhenReachable(
  { url, setting }: { url: string; setting: string },
  logger: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await migrateDatabase(url);
      return true;
    } catch (error) {
      const refusal = refusalOf(error, setting);
      if (refusal) throw new StartError(refusal, { cause: error });
      if (!isDatabaseAway(error) && postgresCode(error) !== DEADLOCK) throw error;
      logger.warn({ err: error }, 'the database cannot be migrated yet: trying again');
      await delay(Math.min(100 * 2 ** attempt, 2_000), undefined, { signal }).catch(() => {});
    }
  }
  return false;
}
