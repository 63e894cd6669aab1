import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, retryWith } from './settings.ts';

describe('settings', () => {
  test('have defaults for everything', () => {
    expect(readSettings({}, '/repository')).toEqual({
      port: 3000,
      apiPort: 8000,
      dataDir: resolve('/repository/.data'),
      publicUrl: 'http://localhost:3000',
      databaseHost: undefined,
    });
  });

  test('are taken from the environment, empty ones as if they were absent', () => {
    const environment = { PORT: '4000', API_PORT: '', DATA_DIR: 'mine', PUBLIC_URL: 'https://todo.example' };
    expect(readSettings(environment, '/repository')).toMatchObject({
      port: 4000,
      apiPort: 8000,
      dataDir: resolve('mine'),
      publicUrl: 'https://todo.example',
    });
  });

  test('show of a database address the host alone', () => {
    const environment = { DATABASE_URL: 'postgres://person:secret@db.example/todo' };
    expect(JSON.stringify(readSettings(environment, '/repository'))).not.toContain('secret');
    expect(readSettings(environment, '/repository').databaseHost).toBe('db.example');
    expect(readSettings({ DATABASE_URL: 'secret' }, '/repository').databaseHost).toBe('DATABASE_URL');
  });

  test.each(['0', '-1', '65536', '3000.5', '0x10', 'web', ' '])('refuse %j as a port, by name', (value) => {
    expect(() => readSettings({ PORT: value }, '/')).toThrow(
      `PORT must be a whole number from 1 to 65535, but is "${value}"`,
    );
    expect(() => readSettings({ API_PORT: value }, '/')).toThrow('API_PORT must be');
  });

  test('refuse one port for both', () => {
    expect(() => readSettings({ PORT: '8000' }, '/')).toThrow(
      'PORT and API_PORT must differ, but both are 8000',
    );
  });
});

test('a command with another setting is spelled for the machine it is typed on', () => {
  expect(retryWith('PORT', '3001', 'npm start', 'darwin')).toBe('PORT=3001 npm start');
  expect(retryWith('PORT', '3001', 'npm start', 'win32')).toBe('set PORT=3001&& npm start');
});
