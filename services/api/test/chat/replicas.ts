/** @module Several api processes' worth of services over one real Postgres, for tests of the chat. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { pino } from 'pino';
import type postgres from 'postgres';
import { createTokenService } from '../../src/accounts/tokens.ts';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/database.ts';
import { createServices, type Services } from '../../src/services.ts';
import { connectDirectlyTo, copyDatabase } from '../databases.ts';
import { JWT_SECRET } from '../stage.ts';

interface ChatAnswer {
  conversation_id: number;
  response: string;
  tool_calls: { tool: string; arguments: Record<string, unknown>; result: Record<string, unknown> }[];
  approval?: {
    turn_id: number;
    expires_at: string;
    calls: {
      id: string;
      signature: string;
      tool: string;
      arguments: Record<string, unknown>;
      title: string;
    }[];
  };
}

/** A person who talks to one of the replicas. */
export interface Person {
  request(
    path: string,
    options?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  say(message: string, conversationId?: number, headers?: Record<string, string>): Promise<ChatAnswer>;
  stream(message: string, conversationId?: number): Promise<Response>;
}

/** One api process, without its port. */
export interface Replica extends Services {
  as(userId: string): Promise<Person>;
  /** Ends it as a crash does: nothing is finished, nothing is given back. */
  crash(): Promise<void>;
  end(): Promise<void>;
}

export interface TestStage {
  /** Looks at, and meddles with, the rows of all users. */
  system<Row extends postgres.Row>(query: (sql: postgres.TransactionSql) => Promise<Row[]>): Promise<Row[]>;
  /** A new account; answers its id. */
  account(): Promise<string>;
  /** `settings` are environment variables. */
  replica(model?: LanguageModelV4, settings?: Record<string, string>): Promise<Replica>;
  /** Ends every replica that is still up. */
  endReplicas(): Promise<void>;
  close(): Promise<void>;
}

/** A database of its own; every replica that is still up ends with the stage. */
export async function createStage(): Promise<TestStage> {
  const url = await copyDatabase();
  const sql = connectDirectlyTo(url);
  const common = { DATABASE_URL: url, JWT_SECRET, LOG_LEVEL: 'silent' };
  const tokens = createTokenService([JWT_SECRET]);
  const open = new Set<Replica>();

  const endReplicas = async () => {
    for (const replica of open) await replica.end();
  };

  return {
    endReplicas,
    system: async (query) =>
      (await sql.begin(async (tx) => {
        await tx`set local role todo_system`;
        return query(tx);
      })) as never,
    async account() {
      const id = crypto.randomUUID();
      await sql`insert into users (id, name, email) values (${id}, 'Ada', ${`${id}@example.org`})`;
      return id;
    },
    async replica(model, settings = {}) {
      const config = loadConfig({ ...common, ...settings });
      const database = openDatabase(url);
      const services = createServices(
        config,
        database,
        pino({ level: process.env.TEST_LOG ?? 'silent' }),
        model,
      );
      await services.events.start();
      await services.chat.start();
      services.state.migrated = true;
      const replica: Replica = {
        ...services,
        as: async (userId) => personOf(services, userId, await tokens.issue(userId)),
        async crash() {
          open.delete(replica);
          await database.close();
          await services.chat.drain(0);
        },
        async end() {
          if (!open.delete(replica)) return;
          await services.chat.drain(0);
          await database.close();
        },
      };
      open.add(replica);
      return replica;
    },
    async close() {
      await endReplicas();
      await sql.end();
    },
  };
}

function personOf({ app }: Services, userId: string, token: string): Person {
  const request: Person['request'] = async (path, { method = 'GET', body, headers = {} } = {}) =>
    app.request(path.replace('{me}', userId), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'time-zone': 'Asia/Karachi',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const send = (message: string, conversation_id?: number, headers: Record<string, string> = {}) =>
    request('/api/{me}/chat', { method: 'POST', body: { message, conversation_id }, headers });
  return {
    request,
    async say(message, conversationId, headers) {
      const response = await send(message, conversationId, headers);
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as ChatAnswer;
    },
    stream: (message, conversationId) => send(message, conversationId, { accept: 'text/event-stream' }),
  };
}
