import type { ConfigMap } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { FakeShell } from './fake-shell.ts';
import { ensureSettings, type SettingsStore, settingOf } from './settings.ts';

const address = 'postgresql://someone:s3cret@ep-cool.neon.tech/todo?sslmode=require';
const jwtSecret = { value: 'thirty-two bytes or a little more', secret: true };
const choice = { stack: 'local' };

function store(settings: ConfigMap = {}): SettingsStore & { settings: ConfigMap; writes: number } {
  return {
    settings,
    writes: 0,
    getAllConfig: async () => settings,
    async setAllConfig(changes: ConfigMap) {
      this.writes += 1;
      Object.assign(settings, changes);
    },
  };
}

test('generates the JWT secret and takes the address from the environment, both encrypted', async () => {
  const stack = store();
  const shell = new FakeShell({}, { env: { DATABASE_URL: address } });
  await ensureSettings(shell, stack, choice);
  expect(stack.settings['todo-chatbot:databaseUrl']).toEqual({ value: address, secret: true });
  const secret = stack.settings['todo-chatbot:jwtSecret'];
  expect(secret?.secret).toBe(true);
  expect(Buffer.from(secret?.value ?? '', 'base64url')).toHaveLength(32);
  expect(shell.said.join('\n')).not.toContain('s3cret');
  expect(shell.said.join('\n')).not.toContain(secret?.value);
});

test('takes the address of the server behind a pooler from there, too, and keeps it as secret', async () => {
  const stack = store();
  const DATABASE_DIRECT_URL = 'postgresql://me:s3cret@server.example/todo';
  const env = { DATABASE_URL: address, DATABASE_DIRECT_URL };
  await ensureSettings(new FakeShell({}, { env }), stack, choice);
  expect(stack.settings['todo-chatbot:databaseDirectUrl']).toEqual({
    value: DATABASE_DIRECT_URL,
    secret: true,
  });
});

test('asks a person for the address', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}, { typed: [address] }), stack, choice);
  expect(stack.settings['todo-chatbot:databaseUrl']).toEqual({ value: address, secret: true });
});

test('a person who has no database gets one inside the cluster', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}, { typed: [''] }), stack, choice);
  expect(settingOf(stack.settings, 'database')).toBe('local');
  expect(stack.settings['todo-chatbot:databasePassword']?.secret).toBe(true);
});

test('a database inside the cluster needs no address', async () => {
  const stack = store();
  await ensureSettings(new FakeShell({}), stack, { ...choice, database: 'local' });
  expect(settingOf(stack.settings, 'database')).toBe('local');
  expect(stack.settings['todo-chatbot:databasePassword']?.secret).toBe(true);
  expect(stack.settings['todo-chatbot:databaseUrl']).toBeUndefined();
});

test('what the command line chooses is kept in the stack', async () => {
  const stack = store();
  const chosen = { database: 'local', context: 'other', ingressHost: 'todo.test' } as const;
  const settings = await ensureSettings(new FakeShell({}), stack, { ...choice, ...chosen });
  for (const found of [stack.settings, settings]) {
    const text = (key: string) => settingOf(found, key);
    expect([text('kubeContext'), text('ingress'), text('ingressHost')]).toEqual([
      'other',
      'true',
      'todo.test',
    ]);
  }
});

test.each([
  ['http://localhost:3000', 'http://todo.test'],
  ['https://todo.test', 'https://todo.test'],
  [undefined, undefined],
])('with a name to be reached by, people type that and no more %s', async (before, after) => {
  const stack = store(before ? { 'todo-chatbot:publicUrl': { value: before } } : {});
  const chosen = { ...choice, database: 'local', ingressHost: 'todo.test' } as const;
  await ensureSettings(new FakeShell({}), stack, chosen);
  expect(settingOf(stack.settings, 'publicUrl')).toBe(after);
});

test.each(['localhost', '127.0.0.1', '[::1]:5433'])(
  'a database at %s is out of reach of pods',
  async (host) => {
    const stack = store();
    const shell = new FakeShell({}, { env: { DATABASE_URL: `postgresql://me:s3cret@${host}/todo` } });
    const refusal = ensureSettings(shell, stack, choice);
    await expect(refusal).rejects.toThrow(/^DATABASE_URL names .* host\.minikube\.internal/);
    await expect(refusal).rejects.not.toThrow('s3cret');
    expect(stack.writes).toBe(0);
  },
);

test('an address in the environment that is not the one of the stack is not passed over in silence', async () => {
  const known = {
    'todo-chatbot:databaseUrl': { value: address, secret: true },
    'todo-chatbot:jwtSecret': jwtSecret,
  };
  for (const [given, lines] of [
    [address, 0],
    ['postgresql://me:0ther@db.example/todo', 1],
  ] as const) {
    const shell = new FakeShell({}, { env: { DATABASE_URL: given } });
    const settings = await ensureSettings(shell, store({ ...known }), choice);
    expect(settingOf(settings, 'databaseUrl')).toBe(address);
    expect(shell.said).toHaveLength(lines);
    expect(shell.said.join()).not.toContain('0ther');
  }
});

test('a choice that is refused is not kept', async () => {
  const stack = store();
  const chosen = { ...choice, database: 'local', context: 'production' } as const;
  const refuse = async () => {
    throw new Error('production is no Minikube');
  };
  await expect(ensureSettings(new FakeShell({}), stack, chosen, refuse)).rejects.toThrow('no Minikube');
  expect(stack.writes).toBe(0);
});

test('what is set already stays as it is, and nothing is written', async () => {
  const settings = {
    'todo-chatbot:jwtSecret': jwtSecret,
    'todo-chatbot:databaseUrl': { value: address, secret: true },
  };
  const stack = store({ ...settings });
  await ensureSettings(new FakeShell({}, { env: { DATABASE_URL: 'postgres://other/db' } }), stack, choice);
  expect(stack.settings).toEqual(settings);
  expect(stack.writes).toBe(0);
});

test('says what to do where nobody can be asked', async () => {
  await expect(ensureSettings(new FakeShell({}), store(), choice)).rejects.toThrow(
    'npm run up -- --database local',
  );
});

test.each(['mysql://user:s3cret@host/db', 'host/db', 'postgres://host', 'postgres:///db'])(
  'refuses %s without repeating it, and writes nothing',
  async (text) => {
    const stack = store();
    const refusal = ensureSettings(new FakeShell({}, { env: { DATABASE_URL: text } }), stack, choice);
    await expect(refusal).rejects.toThrow(/^DATABASE_URL must be a Postgres address/);
    expect(stack.writes).toBe(0);
  },
);

test.each([
  ['replicas', { value: 'many' }, 'replicas is a whole number from 1 to 50, not "many"'],
  ['jwtSecret', { value: 'short', secret: true }, 'jwtSecret must have at least 32 bytes'],
  ['databaseUrl', { value: address }, 'databaseUrl is stored in clear text'],
  ['publicUrl', { value: 'ftp://here' }, 'publicUrl must be an http or https address'],
])('a wrong %s is found before anything is started', async (name, value, line) => {
  const settings = {
    'todo-chatbot:jwtSecret': jwtSecret,
    'todo-chatbot:databaseUrl': { value: address, secret: true },
    [`todo-chatbot:${name}`]: value,
  };
  await expect(ensureSettings(new FakeShell({}), store(settings), choice)).rejects.toThrow(line);
});
