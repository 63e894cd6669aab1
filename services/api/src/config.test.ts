import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';
import { StartError } from './start-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'todo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 'x'.repeat(32);
const external = { DATABASE_URL: 'postgres://todo:secret-word@db.example/todo', JWT_SECRET: secret };

function linesOf(settings: Record<string, string>): readonly string[] {
  try {
    loadConfig(settings);
  } catch (error) {
    if (error instanceof StartError) return error.lines;
    throw error;
  }
  return [];
}

describe('defaults', () => {
  it('are those of the contract', () => {
    expect(loadConfig({ DATA_DIR: join(folder, 'a') })).toMatchObject({
      host: '0.0.0.0',
      port: 8000,
      metricsPort: 9464,
      drainSeconds: 5,
      databaseUrl: undefined,
      logLevel: 'info',
      publicUrl: new URL('http://localhost:3000'),
    });
  });

  it('apply to blank settings too', () => {
    const blank = {
      PORT: '',
      METRICS_PORT: ' ',
      PUBLIC_URL: '',
      JWT_SECRET_PREVIOUS: '',
      OPENAI_BASE_URL: '',
    };
    expect(loadConfig({ ...external, ...blank })).toMatchObject({ port: 8000, metricsPort: 9464 });
  });

  it('let PORT win over API_PORT', () => {
    expect(loadConfig({ ...external, API_PORT: '8100' }).port).toBe(8100);
    expect(loadConfig({ ...external, API_PORT: '8100', PORT: '8200' }).port).toBe(8200);
  });
});

describe('a wrong setting is one line that names it and what it must be', () => {
  it.each([
    ['PORT', '80a', 'must be a port number from 0 to 65535'],
    ['PORT', '65536', 'must be a port number from 0 to 65535'],
    ['API_PORT', '-1', 'must be a port number from 0 to 65535'],
    ['METRICS_PORT', '1e3', 'must be a port number from 0 to 65535'],
    ['DRAIN_SECONDS', '-1', 'must be a number of seconds from 0 to 3600'],
    ['DRAIN_SECONDS', 'soon', 'must be a number of seconds from 0 to 3600'],
    ['DATABASE_URL', 'mysql://a/b', 'must be a Postgres URL'],
    ['DATABASE_URL', 'secret-word', 'must be a Postgres URL'],
    ['DATABASE_DIRECT_URL', 'https://db.example/todo', 'must be a Postgres URL'],
    ['JWT_SECRET', 'secret-word', 'must be at least 32 bytes'],
    ['JWT_SECRET_PREVIOUS', 'secret-word', 'must be at least 32 bytes'],
    ['PUBLIC_URL', 'localhost:3000', 'must be a full address that starts with http:// or https://'],
    ['OPENAI_BASE_URL', 'ftp://a', 'must be a full address that starts with http:// or https://'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn'],
    ['SMTP_URL', 'http://todo:secret-word@mail.example', 'must be the address of a mail server'],
    ['MAIL_FROM', 'nobody', 'must be the address that mails come from'],
    ['MAIL_FROM', 'Todo <todo@example.org', 'must be the address that mails come from'],
    ['REQUESTS_PER_MINUTE', '-1', 'must be a whole number from 0 to 9999999'],
    ['CHAT_TURNS_PER_MINUTE', 'many', 'must be a whole number from 0 to 9999999'],
    ['EVENT_STREAMS_PER_PERSON', '2.5', 'must be a whole number from 0 to 9999999'],
  ])('%s=%s', (name, value, expected) => {
    const lines = linesOf({ ...external, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${name} ${expected}`);
    expect(lines[0]).not.toContain('secret-word');
  });

  it('and each has its own', () => {
    expect(linesOf({ ...external, PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
  });

  it('a database without a secret', () => {
    expect(linesOf({ DATABASE_URL: external.DATABASE_URL })[0]).toMatch(/^JWT_SECRET is required/);
  });

  it('a direct address of a database that has no other', () => {
    const lines = linesOf({ DATABASE_DIRECT_URL: external.DATABASE_URL });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^DATABASE_URL is required together with DATABASE_DIRECT_URL/);
    expect(lines[0]).not.toContain('secret-word');
  });

  it('a mail server without a sender', () => {
    const lines = linesOf({ ...external, SMTP_URL: 'smtps://todo:secret-word@mail.example' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^MAIL_FROM is required together with SMTP_URL/);
    expect(lines[0]).not.toContain('secret-word');
  });

  it('no database inside Kubernetes', () => {
    expect(linesOf({ KUBERNETES_SERVICE_HOST: '10.0.0.1' })[0]).toMatch(/^DATABASE_URL is required/);
  });

  it('one port for two things', () => {
    expect(linesOf({ ...external, PORT: '9464' })[0]).toMatch(/^METRICS_PORT must differ/);
  });

  it('a data folder that cannot be', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(linesOf({ DATA_DIR: file })[0]).toMatch(/^DATA_DIR must be/);
    expect(linesOf({ DATA_DIR: '/proc/none/at/all' })[0]).toMatch(/^DATA_DIR must be/);
  });
});

describe('mails', () => {
  const kindOf = (settings: Record<string, string>) => loadConfig({ ...external, ...settings }).mail.kind;

  it('go to the log of a developer alone', () => {
    expect(kindOf({})).toBe('log');
    expect(kindOf({ NODE_ENV: 'production' })).toBe('none');
    expect(kindOf({ KUBERNETES_SERVICE_HOST: '10.0.0.1' })).toBe('none');
  });

  it('go to the log of who starts the product on their own machine', () => {
    const own = { NODE_ENV: 'production', LAUNCHER_PID: '1', HOST: '127.0.0.1' };
    expect(kindOf({ ...own, PUBLIC_URL: 'http://localhost:3000' })).toBe('log');
    expect(kindOf({ ...own, PUBLIC_URL: 'https://todo.example' })).toBe('none');
    expect(kindOf({ ...own, HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' })).toBe('none');
    expect(kindOf({ ...own, KUBERNETES_SERVICE_HOST: '10.0.0.1' })).toBe('none');
  });

  it.each(['todo@example.org', 'Todo <todo@example.org>', '"The todo list" <todo@example.org>'])(
    'leave through a server from %s',
    (from) => {
      const url = 'smtp://mail.example:587';
      const settings = { ...external, NODE_ENV: 'production', SMTP_URL: url, MAIL_FROM: from };
      expect(loadConfig(settings).mail).toEqual({ kind: 'smtp', url, from });
    },
  );
});

describe('the signing secret', () => {
  it('is made once into the data folder, for its owner alone', () => {
    const dataDir = join(folder, 'b');
    const [first] = loadConfig({ DATA_DIR: dataDir }).jwtSecrets;
    expect(Buffer.byteLength(first)).toBeGreaterThanOrEqual(32);
    expect(statSync(join(dataDir, 'jwt-secret')).mode & 0o777).toBe(0o600);
    expect(loadConfig({ DATA_DIR: dataDir }).jwtSecrets).toEqual([first]);
  });

  it('comes from JWT_SECRET_FILE, which is made if need be', () => {
    const file = join(folder, 'c', 'secret');
    const [first] = loadConfig({ ...external, JWT_SECRET: '', JWT_SECRET_FILE: file }).jwtSecrets;
    expect(readFileSync(file, 'utf8').trim()).toBe(first);
    writeFileSync(file, 'short');
    expect(linesOf({ ...external, JWT_SECRET: '', JWT_SECRET_FILE: file })[0]).toContain('at least 32 bytes');
  });

  it('stands before the previous one', () => {
    const previous = 'y'.repeat(40);
    expect(loadConfig({ ...external, JWT_SECRET_PREVIOUS: previous }).jwtSecrets).toEqual([secret, previous]);
  });
});
