/** @module DATA_DIR: the cluster's files, its log, and whether this user may write there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeFolder } from '../folder.ts';
import { StartError } from '../start-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

const MAJOR_VERSION = '18';
const LOG_BYTES = 10_000_000;

/** Makes the folder if need be; throws a StartError when it cannot be written to. */
export function prepareFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'error';
    throw new StartError(
      `DATA_DIR must be a folder that this user can write to: ${resolve(dataDir)} is not (${reason})`,
    );
  }
}

/** The cluster's folder, made by initdb on the first start; whole or not there, whatever interrupts it. */
export async function createCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<string> {
  const cluster = resolve(dataDir, 'postgres');
  const version = join(cluster, 'PG_VERSION');
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim();
    if (found === MAJOR_VERSION) {
      // Postgres insists on it, and a folder that was copied back from elsewhere may have lost it.
      chmodSync(cluster, 0o700);
      return cluster;
    }
    throw new StartError(
      `DATA_DIR was made by Postgres ${found} and this is ${MAJOR_VERSION}: choose another folder, or dump and restore it`,
    );
  }
  const draft = `${cluster}.new-${process.pid}`;
  const [command, ...args] = binaries.command('initdb');
  args.push('--pgdata', draft, '--username', 'postgres', '--encoding', 'UTF8', '--locale', 'C');
  args.push('--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--auth', 'scram-sha-256');
  args.push('--pwfile', resolve(dataDir, 'postgres-password'), ...(durable ? [] : ['--no-sync']));
  try {
    await run(command, args);
    await rename(draft, cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process that started at the same moment was first.
    if (!existsSync(version)) throw error;
  }
  return cluster;
}

/** The server's log, opened for appending and kept small. */
export function openLog(dataDir: string): number {
  const path = join(dataDir, 'postgres.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) truncateSync(path);
  return openSync(path, 'a', 0o600);
}

async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const [words, [code]] = await Promise.race([
    Promise.all([text(child.stderr), once(child, 'close')]),
    failed,
  ]);
  if (code === 0) return;
  const reason =
    words.split('\n').find((line) => /error|FATAL/i.test(line)) ?? words.trim().split('\n').at(-1);
  throw new StartError(`the embedded Postgres could not make its files: ${reason}`);
}
