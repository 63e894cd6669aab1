/** @module A real Postgres server of our own under DATA_DIR, for machines that bring none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { readOrCreateSecret } from '../secret-file.ts';
import { StartError } from '../start-error.ts';
import { createCluster, openLog, prepareFolder } from './data-folder.ts';
import { claim, releaseFolder, runningServer } from './folder-owner.ts';
import { freePort } from './free-port.ts';
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts';

const ATTEMPTS = 5;
const READY_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 10_000;

/** Small and quiet: one person's todo list, and no statement's text in the log. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

export interface EmbeddedPostgres {
  url: string;
  /** Resolves if the server ends without having been asked to. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Without it a power failure may lose data: for tests alone. */
  durable?: boolean;
  maxConnections?: number;
}

/**
 * Starts the server of a data folder, which is made if there is none. A server that a killed
 * process left behind is stopped first; a folder that another running process uses is refused.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  prepareFolder(dataDir);
  const binaries = findPostgres();
  const password = readOrCreateSecret(join(dataDir, 'postgres-password'), 'DATA_DIR');
  const cluster = await createCluster(dataDir, binaries, options.durable ?? true);

  for (let attempt = 1; ; attempt++) {
    await releaseFolder(cluster, password);
    const port = await freePort();
    const child = await launch(binaries, dataDir, cluster, port, options);
    if (await becomesReady(child, cluster)) {
      const owner = await claim(port, password);
      await createRoleAndDatabase(owner, password);
      return running(child, owner, binaries, cluster, `postgres://todo:${password}@127.0.0.1:${port}/todo`);
    }
    // A port taken meanwhile, or another process that started at the same moment: look again.
    if (attempt === ATTEMPTS)
      throw new StartError(`the embedded Postgres did not start: ${lastWords(dataDir)}`);
  }
}

async function launch(
  binaries: PostgresBinaries,
  dataDir: string,
  cluster: string,
  port: number,
  { durable = true, maxConnections = 60 }: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const settings = {
    ...SETTINGS,
    port,
    max_connections: maxConnections,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const [command, ...args] = binaries.command('postgres');
  args.push(
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  );
  const log = openLog(dataDir);
  // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop it after the last request.
  const child = spawn(command, args, {
    stdio: ['ignore', log, log],
    detached: true,
    env: plainEnvironment(),
  });
  closeSync(log);
  await once(child, 'spawn').catch((error) => {
    throw new StartError(`the embedded Postgres did not start: ${error.message}`);
  });
  return child;
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const deadline = Date.now() + READY_MILLISECONDS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const server = runningServer(cluster);
    if (server?.pid === child.pid && server?.ready) return true;
    await delay(5);
  }
  child.kill('SIGQUIT');
  return false;
}

function running(
  child: ChildProcess,
  owner: pg.Client,
  binaries: PostgresBinaries,
  cluster: string,
  url: string,
): EmbeddedPostgres {
  const exited = once(child, 'exit');
  const watcher = watchParent(child);
  let stopping = false;
  const ended = exited.then(async () => {
    watcher?.kill();
    if (stopping) await new Promise(() => {});
  });
  return {
    url,
    ended,
    async stop() {
      stopping = true;
      await owner.end();
      if (process.platform === 'win32') {
        const [command, ...args] = binaries.command('pg_ctl');
        spawn(command, [...args, 'stop', '-m', 'fast', '-D', cluster], { stdio: 'ignore' });
      } else {
        child.kill('SIGINT');
      }
      const late = setTimeout(() => child.kill('SIGQUIT'), STOP_MILLISECONDS);
      await exited;
      clearTimeout(late);
    },
  };
}

/** Stops the server when this process is killed outright: the pipe that the watcher reads then ends. */
function watchParent(server: ChildProcess): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script = 'read -r _; kill -INT "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without a shell the next start cleans up instead.
  watcher.on('error', () => {});
  watcher.unref();
  return watcher;
}

/** The application's own role: no superuser, so that row-level security binds it as it does elsewhere. */
async function createRoleAndDatabase(owner: pg.Client, password: string): Promise<void> {
  const existing = await owner.query("select from pg_database where datname = 'todo'");
  if (existing.rowCount) return;
  const role = await owner.query("select from pg_roles where rolname = 'todo'");
  // The password is base64url: nothing in it needs escaping.
  if (!role.rowCount) await owner.query(`create role todo login createrole createdb password '${password}'`);
  await owner.query('create database todo owner todo');
}

/** No PG* variable of the person's own may bend our server. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function lastWords(dataDir: string): string {
  const lines = readFileSync(join(dataDir, 'postgres.log'), 'utf8').trim().split('\n');
  const words = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '';
  return words.replace(/^.*?(FATAL|PANIC):\s*/, '');
}
