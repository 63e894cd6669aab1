/** @module The system's Postgres, e.g. Debian's: older than the one that comes with the service. */
import { existsSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { freePort } from '../../src/database/free-port.ts';
import { ownProgram } from './own-program.ts';
import type { StartedServer } from './test-server.ts';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Its newest version that is installed, with the role and database that the embedded one has. */
export async function debianPostgres(): Promise<StartedServer> {
  const home = globSync('/usr/lib/postgresql/*/bin')
    .filter((path) => existsSync(join(path, 'initdb')))
    .sort((one, other) => Number(one.split('/')[4]) - Number(other.split('/')[4]))
    .at(-1);
  if (!home) throw new Error('There is no Postgres in /usr/lib/postgresql: apt-get install postgresql');
  const password = crypto.randomUUID();
  const program = ownProgram('debian-postgres');
  const [data, file] = [join(program.folder, 'data'), join(program.folder, 'password')];
  writeFileSync(file, password);
  program.own(file);
  program.run(join(home, 'initdb'), [
    ...['--pgdata', data, '--username', 'postgres', '--pwfile', file, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
  ]);
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  await program.serve(join(home, 'postgres'), ['-D', data, ...settings], port);
  await makeRole(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, password);
  return { url: `postgres://todo:${password}@127.0.0.1:${port}/todo`, stop: program.stop };
}

/** No superuser: row-level security binds it as it does elsewhere. */
async function makeRole(url: string, password: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  for (let attempt = 0; ; attempt++) {
    try {
      await sql.unsafe(`create role todo login createrole createdb password '${password}'`);
      break;
    } catch (error) {
      // 57P03: its port is open a moment before it is.
      if ((error as { code?: string }).code !== '57P03' || attempt > 200) throw error;
      await delay(20);
    }
  }
  await sql.unsafe('create database todo owner todo');
  await sql.end();
}
