import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logFileOf, prepareDataFolder } from './data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('is made with its logs, for its owner alone', () => {
  const { logFolder } = prepareDataFolder(join(folder, 'a/b'), 'npm start');
  expect(existsSync(logFolder)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'a/b')).mode & 0o077).toBe(0);
});

test('that is there already is used again', () => {
  prepareDataFolder(folder, 'npm start');
  expect(() => prepareDataFolder(folder, 'npm start')).not.toThrow();
});

test('that cannot be is named, with what to do', () => {
  writeFileSync(join(folder, 'file'), '');
  for (const path of [join(folder, 'file'), join(folder, 'file/below')]) {
    expect(() => prepareDataFolder(path, 'npm start')).toThrow(
      new RegExp(`^DATA_DIR ${path} cannot be used: .*file.*\`DATA_DIR=another/folder npm start\`$`),
    );
  }
});

test.skipIf(process.platform === 'win32')('that may not be written says so', () => {
  // Not even root may write there.
  const refused = process.platform === 'darwin' ? '/System/todo' : '/sys/todo';
  expect(() => prepareDataFolder(refused, 'npm start')).toThrow(/this user may not write there|read-only/);
});

test.runIf(process.platform === 'linux')('that is no place for folders says so at once', () => {
  expect(() => prepareDataFolder('/proc/todo', 'npm start')).toThrow('no folder can be made there');
});

test('keeps the log of the run before', () => {
  writeFileSync(logFileOf(folder, 'api'), 'first');
  writeFileSync(logFileOf(folder, 'api'), 'second');
  writeFileSync(logFileOf(folder, 'api'), 'third');
  expect(readFileSync(join(folder, 'api.log'), 'utf8')).toBe('third');
  expect(readFileSync(join(folder, 'api.previous.log'), 'utf8')).toBe('second');
});
