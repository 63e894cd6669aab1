/** @module A database and the whole service over it, for one test file. */
import { pino } from 'pino';
import type postgres from 'postgres';
import { createTokenService, type TokenService } from '../src/accounts/tokens.ts';
import { type Config, loadConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { createServices, type Services } from '../src/services.ts';
import type { Task } from '../src/tasks/schema.ts';
import { connectDirectlyTo, copyDatabase } from './databases.ts';

export const PASSWORD = 'correct horse';
export const JWT_SECRET = 'a secret of at least thirty-two bytes';

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  body: any;
}

interface RequestOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A signed-in person. */
export interface Person {
  id: string;
  email: string;
  cookie: string;
  token: string;
  /** With their bearer token; `{me}` in the path is their id. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  add(title: string, more?: Record<string, unknown>): Promise<Task>;
}

export interface Stage extends Services {
  url: string;
  database: Database;
  /** The tables of all users, as their owner. */
  sql: postgres.Sql;
  tokens: TokenService;
  config: Config;
  /** With no one signed in. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /** An account that was not made through sign-up: quick, and without a session. */
  person(): Promise<Person>;
  signUp(): Promise<Person>;
  close(): Promise<void>;
}

/** The service over a database of its own; `settings` are environment variables. */
export async function createStage(settings: Record<string, string> = {}): Promise<Stage> {
  const url = settings.DATABASE_URL ?? (await copyDatabase());
  const config = loadConfig({ DATABASE_URL: url, JWT_SECRET, LOG_LEVEL: 'silent', ...settings });
  const database = openDatabase(url);
  const services = createServices(config, database, pino({ level: 'silent' }));
  await services.events.start();
  await services.chat.start();
  services.state.migrated = true;

  const request: Stage['request'] = async (path, { method = 'GET', body, headers = {} } = {}) => {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await services.app.request(path, {
      method,
      headers: { ...type, ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

  // Looks at, and meddles with, what is stored, by another driver than the product's.
  const sql = connectDirectlyTo(url);
  const tokens = createTokenService(config.jwtSecrets);
  const personOf = (id: string, email: string, cookie: string, token: string): Person => {
    const own: Person['request'] = (path, options = {}) =>
      request(path.replaceAll('{me}', id), {
        ...options,
        headers: { authorization: `Bearer ${token}`, ...options.headers },
      });
    return {
      id,
      email,
      cookie,
      token,
      request: own,
      add: async (title, more = {}) =>
        (await own('/api/{me}/tasks', { method: 'POST', body: { title, ...more } })).body,
    };
  };

  return {
    ...services,
    url,
    database,
    sql,
    config,
    tokens,
    request,
    async person() {
      const [id, email] = [crypto.randomUUID(), `${crypto.randomUUID()}@example.org`];
      await sql`insert into users (id, name, email) values (${id}, 'Ada', ${email})`;
      return personOf(id, email, '', await tokens.issue(id));
    },
    async signUp() {
      const email = `${crypto.randomUUID()}@example.org`;
      const answer = await request('/api/auth/sign-up/email', {
        method: 'POST',
        body: { name: 'Ada', email, password: PASSWORD },
      });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const { token } = (await request('/api/auth/token', { headers: { cookie } })).body;
      return personOf(answer.body.user.id, email, cookie, token);
    },
    async close() {
      services.leave();
      await services.chat.drain(0);
      await Promise.all([database.close(), sql.end()]);
    },
  };
}
