/** @module The data folder: there, writable, and with room for the logs of this run and the one before. */
import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@todo-chatbot/api/folder';
import { LaunchError } from './launch-error.ts';
import { retryWith } from './settings.ts';

const REASONS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'that disk is read-only',
  ENOTDIR: 'a file is in its way',
  EEXIST: 'it is a file',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
};

/** Makes the data folder and the folder of logs in it; throws a LaunchError when that cannot be. */
export function prepareDataFolder(dataDir: string, command: string): { logFolder: string } {
  const logFolder = join(dataDir, 'logs');
  try {
    // Only its owner: it holds the database and the key that signs tokens.
    makeFolder(logFolder);
    for (const folder of [dataDir, logFolder]) accessSync(folder, constants.W_OK | constants.X_OK);
    return { logFolder };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const retry = retryWith('DATA_DIR', 'another/folder', command);
    throw new LaunchError(
      `DATA_DIR ${dataDir} cannot be used: ${REASONS[code] ?? code}. Make it writable or choose another, \`${retry}\``,
    );
  }
}

/** The file for a service's log of this run; the one of the run before stays beside it. */
export function logFileOf(logFolder: string, service: string): string {
  const file = join(logFolder, `${service}.log`);
  try {
    if (existsSync(file)) renameSync(file, join(logFolder, `${service}.previous.log`));
  } catch {
    // Held open by another process (Windows): then that one is written over.
  }
  return file;
}
