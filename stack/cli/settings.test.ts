import type { ConfigMap, ConfigValue } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { checkDatabaseUrl, ensureSettings, type SettingsStore } from './settings.ts';

const address = 'postgresql://someone:s3cret@ep-cool.neon.tech/todo?sslmode=require';

function store(settings: ConfigMap = {}): SettingsStore & { settings: ConfigMap } {
  return {
    settings,
    getAllConfig: async () => settings,
    setConfig: async (key: string, value: ConfigValue) => {
      settings[`todo-chatbot:${key}`] = value;
    },
  };
}

test('generates the JWT secret and takes the address from the environment, both encrypted', async () => {
  const stack = store();
  const shell = new FakeShell({}, { env: { DATABASE_URL: address } });
  await ensureSettings(shell, stack, {});
  expect(stack.settings['todo-chatbot:databaseUrl']).toEqual({ value: address, secret: true });
  const secret = stack.settings['todo-chatbot:jwtSecret'];
  expect(secret?.secret).toBe(true);
  expect(Buffer.from(secret?.value ?? '', 'base64url')).toHaveLength(32);
  expect(shell.said.join('\n')).not.toContain('s3cret');
  expect(shell.said.join('\n')).not.toContain(secret?.value);
});

test('asks a person for the address', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}, { typed: [address] }), stack, {});
  expect(stack.settings['todo-chatbot:databaseUrl']).toEqual({ value: address, secret: true });
});

test('a database inside the cluster needs no address', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}), stack, { database: 'local' });
  expect(stack.settings['todo-chatbot:database']?.value).toBe('local');
  expect(stack.settings['todo-chatbot:databasePassword']?.secret).toBe(true);
  expect(stack.settings['todo-chatbot:databaseUrl']).toBeUndefined();
});

test('what the command line chooses is kept in the stack', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}), stack, {
    database: 'local',
    context: 'other',
    ingressHost: 'todo.test',
  });
  const text = (key: string) => stack.settings[`todo-chatbot:${key}`]?.value;
  expect([text('kubeContext'), text('ingress'), text('ingressHost')]).toEqual(['other', 'true', 'todo.test']);
});

test('what is set already stays as it is', async () => {
  const settings = {
    'todo-chatbot:jwtSecret': { value: 'kept', secret: true },
    'todo-chatbot:databaseUrl': { value: address, secret: true },
  };
  const stack = store({ ...settings });
  await ensureSettings(new FakeShell({}, { env: { DATABASE_URL: 'postgres://other/db' } }), stack, {});
  expect(stack.settings).toEqual(settings);
});

test('says what to do where nobody can be asked', async () => {
  await expect(ensureSettings(new FakeShell({}), store(), {})).rejects.toThrow(
    'npm run up -- --database local',
  );
});

test.each(['mysql://user:s3cret@host/db', 'host/db', 'postgres://host', 'postgres:///db'])(
  'refuses %s without repeating it',
  (text) => {
    expect(() => checkDatabaseUrl(text, 'DATABASE_URL')).toThrow(/^DATABASE_URL must be a Postgres address/);
  },
);
