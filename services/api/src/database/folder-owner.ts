/**
 * @module Whose a data folder is. The process that started the folder's server holds an advisory
 * lock on a connection of its own: it ends with the process however that dies, and knows no
 * process ids that another system could have given out anew.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { isDatabaseAway, postgresCode } from './errors.ts';

const OWNER_LOCK = 7_031_985;
const RELEASE_MILLISECONDS = 15_000;
/** A server that just started is owned a moment later; its killed owner's watcher ends it sooner than this. */
const ABANDONED_MILLISECONDS = 1_000;

interface RunningServer {
  pid: number;
  port: number;
  ready: boolean;
}

/** What the folder's postmaster.pid says; undefined when there is none. */
export function runningServer(cluster: string): RunningServer | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const ready = lines[7]?.trim() === 'ready';
    return { pid: Number(lines[0]), port: Number(lines[3]), ready };
  } catch {
    return undefined;
  }
}

/** A single connection as the cluster's superuser. */
async function connectAs(port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    password,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
    application_name: 'todo-api owner',
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Takes the folder for this process, for as long as the connection lives. */
export async function claim(port: number, password: string): Promise<pg.Client> {
  const owner = await connectAs(port, password);
  await owner.query('select pg_advisory_lock($1)', [OWNER_LOCK]);
  return owner;
}

/**
 * Leaves no server running in the folder: one whose owner has died is stopped, one that is owned is
 * left alone and reported with a StartError.
 */
export async function releaseFolder(cluster: string, password: string): Promise<void> {
  const deadline = Date.now() + RELEASE_MILLISECONDS;
  let abandonedSince: number | undefined;
  let asked = false;
  for (;;) {
    const server = runningServer(cluster);
    if (!server) return;
    const state = await stateOf(server, cluster, password);
    if (state === 'gone') return;
    if (state === 'owned') {
      throw new StartError(
        `DATA_DIR is in use by another running todo-chatbot (${cluster}): stop that one, or set DATA_DIR to another folder`,
      );
    }
    abandonedSince = state === 'abandoned' ? (abandonedSince ?? Date.now()) : undefined;
    if (abandonedSince && !asked && Date.now() - abandonedSince >= ABANDONED_MILLISECONDS) {
      process.kill(server.pid, 'SIGINT');
      asked = true;
    }
    if (Date.now() > deadline) {
      throw new StartError(
        `DATA_DIR has a Postgres server that does not stop: end process ${server.pid} first`,
      );
    }
    await delay(20);
  }
}

/** `busy` is a server that is starting up or shutting down. */
async function stateOf(
  server: RunningServer,
  cluster: string,
  password: string,
): Promise<'gone' | 'owned' | 'abandoned' | 'busy'> {
  if (!mayServe(server.pid, cluster)) {
    // Postgres takes any process of that number for itself, e.g. after a power failure.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return 'gone';
  }
  let client: pg.Client | undefined;
  try {
    client = await connectAs(server.port, password);
    const { rows } = await client.query(
      "select pg_try_advisory_lock($1) as free, current_setting('data_directory') as folder",
      [OWNER_LOCK],
    );
    if (rows[0]?.folder !== cluster) return 'gone';
    return rows[0].free ? 'abandoned' : 'owned';
  } catch (error) {
    // Nobody listens: still starting (the file is written first), or the number is another program's.
    if (postgresCode(error) === 'ECONNREFUSED') return server.ready ? 'gone' : 'busy';
    return isDatabaseAway(error) ? 'busy' : 'gone';
  } finally {
    await client?.end();
  }
}

/** Whether a process of that id lives that may be the folder's server. */
function mayServe(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}
