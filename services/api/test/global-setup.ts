/** One real Postgres for the whole run, with a migrated database that each test file copies. */
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../src/database/migrate.ts';
import { startTestServer } from './servers/test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server itself. */
    directUrl: string;
    /** As the service is given it: perhaps through a pooler. */
    serviceUrl: string;
    /** Begins the name of every database of this run. */
    runName: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const runName = `test_${crypto.randomUUID().slice(0, 8)}`;
  const sql = postgres(server.directUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${runName}_template`);
  await migrateDatabase(Object.assign(new URL(server.directUrl), { pathname: `${runName}_template` }).href);
  project.provide('directUrl', server.directUrl);
  project.provide('serviceUrl', server.serviceUrl);
  project.provide('runName', runName);
  return async () => {
    // A server that was there before keeps nothing of the tests.
    const left = await sql`select datname from pg_database where starts_with(datname, ${runName})`;
    // Not `with (force)`: that is refused when an autovacuum worker is there, whom a plain drop sends away itself.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where starts_with(datname, ${runName}) and backend_type = 'client backend'`;
    for (const { datname } of left) await sql.unsafe(`drop database ${datname}`);
    await sql.end();
    await server.stop();
  };
}
