/** @module A secret kept in a file: made once, readable by its owner alone. */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './folder.ts';
import { StartError } from './start-error.ts';

export const SECRET_BYTES = 32;

/**
 * Reads the secret from `path`; makes it if there is none. Several processes that start at once
 * agree on one. `setting` is the variable that chose the path, for the error.
 */
export function readOrCreateSecret(path: string, setting: string): string {
  try {
    return read(path) ?? create(path);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'error';
    throw new StartError(`${setting} must be a place to read and write: ${path} is not (${reason})`);
  }
}

function read(path: string): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (Buffer.byteLength(secret) >= SECRET_BYTES) return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new StartError(
    `the secret in ${path} must be at least ${SECRET_BYTES} bytes: delete the file to make a new one`,
  );
}

function create(path: string): string {
  makeFolder(dirname(path));
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all, and never replaces what another process made first.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path) ?? create(path);
}
