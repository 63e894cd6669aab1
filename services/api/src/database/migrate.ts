/** @module Brings the tables up to date: many replicas may start at once, one at a time migrates. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { connectionOptions } from './connection.ts';

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
