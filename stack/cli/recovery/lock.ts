/**
 * Pulumi's lock on a stack. An update that is killed leaves it behind.
 *
 * @module
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Looking, Stop } from '../shell.ts';
import { root, stateFolder } from '../stack-file.ts';

/** Who holds a stack. */
export interface Lock {
  host: string;
  processId: number;
  /** When it was taken, as Pulumi writes it. */
  since: string;
}

/** Finds the lock in the message of a command that met it; undefined when the message is about something else. */
export function findLock(message: string): Lock | undefined {
  const held = /created by \S+@(\S+) \(pid (\d+)\) at (\S+)/.exec(message);
  if (!/currently locked/i.test(message) || !held) return undefined;
  const [, host = '', processId, since = ''] = held;
  return { host, processId: Number(processId), since };
}

/** Whether the process that took it is no more; of another machine's processes nothing is known. */
export function isAbandoned(shell: Looking, lock: Lock): boolean {
  return lock.host === shell.hostname && !shell.isAlive(lock.processId);
}

/**
 * Who works on a stack at this moment, from the folder that its state lies in. Undefined when nobody does, and for state
 * that lies elsewhere: there Pulumi alone knows.
 *
 * @param own the name of a lock that does not count
 */
export async function findHolder(shell: Looking, stack: string, own?: string): Promise<Lock | undefined> {
  const folder = lockFolderOf(shell, stack);
  if (folder === undefined) return undefined;
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.json') && name !== own,
  );
  const locks = await Promise.all(names.map((name) => readLock(join(folder, name))));
  return locks.find((lock) => lock !== undefined && !isAbandoned(shell, lock));
}

/**
 * Takes the lock that Pulumi itself takes, in the way it does, for what changes the release without Pulumi. Of state that
 * lies elsewhere nothing can be locked; there Helm's own record of what is under way refuses a second step.
 *
 * @returns what gives it back
 * @throws Stop when somebody works on the stack.
 */
export async function takeLock(shell: Looking, stack: string): Promise<() => Promise<void>> {
  await refuseHeld(shell, stack);
  const folder = lockFolderOf(shell, stack);
  if (folder === undefined) return async () => undefined;
  const name = `${randomUUID()}.json`;
  const file = join(folder, name);
  const lock = { pid: process.pid, username: userInfo().username, hostname: shell.hostname };
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ ...lock, timestamp: new Date().toISOString() }), { flag: 'wx' });
  const giveBack = () => rm(file, { force: true });
  // Of two that begin in the same moment each sees the other, and neither goes on.
  const other = await findHolder(shell, stack, name);
  if (!other) return giveBack;
  await giveBack();
  throw new Stop(heldSentence(other));
}

/** @throws Stop when somebody works on the stack: what they have begun must not look cut off. */
export async function refuseHeld(shell: Looking, stack: string): Promise<void> {
  const holder = await findHolder(shell, stack);
  if (holder) throw new Stop(heldSentence(holder));
}

function lockFolderOf(shell: Looking, stack: string): string | undefined {
  const state = stateFolderOf(shell.env.PULUMI_BACKEND_URL);
  return state && join(state, '.pulumi', 'locks', 'organization', 'todo-chatbot', stack);
}

/** As Pulumi reads the address of a backend; undefined when it is no folder. */
function stateFolderOf(url: string | undefined): string | undefined {
  if (!url) return stateFolder;
  if (url.startsWith('file:///')) return fileURLToPath(url);
  if (!url.startsWith('file://')) return undefined;
  return resolve(root, url.slice('file://'.length).replace(/^~/, homedir()));
}

/** Undefined when it is taken away in this moment, or is no lock. */
async function readLock(file: string): Promise<Lock | undefined> {
  try {
    const { pid, hostname, timestamp } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    return { host: String(hostname), processId: Number(pid), since: String(timestamp) };
  } catch {
    return undefined;
  }
}

/** That somebody works on the stack. */
export function underWaySentence({ processId, host, since }: Lock): string {
  return `An update is under way (process ${processId} on ${host}, since ${since}).`;
}

/** What to do about a lock that somebody holds. */
export function heldSentence(lock: Lock): string {
  return `Another update of this stack is under way (process ${lock.processId} on ${lock.host}, since ${lock.since}): wait for it, or, if it is surely dead: npm run pulumi -- cancel`;
}
