/** @module Databases of their own for test files, on the server that the run has. */
import postgres from 'postgres';
import { inject } from 'vitest';

/** A connection to the server itself, as a role that may make databases and end connections. */
export function connectDirectly(database?: string): postgres.Sql {
  const url = new URL(inject('directUrl'));
  if (database) url.pathname = database;
  return postgres(url.href, { max: 1, onnotice: () => {} });
}

/** The database of an address as the service gets it, on the server itself. */
export function connectDirectlyTo(url: string): postgres.Sql {
  return connectDirectly(new URL(url).pathname.slice(1));
}

/** A copy of the migrated database; answers its address as the service gets it. */
export function copyDatabase(): Promise<string> {
  return create(` template ${inject('runName')}_template`);
}

/** A database without any table. */
export function emptyDatabase(): Promise<string> {
  return create('');
}

async function create(options: string): Promise<string> {
  const name = `${inject('runName')}_${crypto.randomUUID().replaceAll('-', '')}`;
  const sql = connectDirectly();
  await sql.unsafe(`create database ${name}${options}`);
  await sql.end();
  return Object.assign(new URL(inject('serviceUrl')), { pathname: name }).href;
}
