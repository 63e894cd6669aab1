/** @module The connection to Postgres: a pool for queries, one direct connection for LISTEN. */
import { sql as query } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { connectionOptions } from './connection.ts';
import * as schema from './schema.ts';

export interface Database {
  /** The pool itself, for what Drizzle has no words for. */
  sql: postgres.Sql;
  orm: PostgresJsDatabase<typeof schema>;
  /**
   * Calls `onNotify` for every NOTIFY on the channel, from any process; `onConnect` each time the
   * connection is made anew, since what was sent meanwhile is lost. Resolves to the way to stop.
   */
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onConnect?: () => void,
  ): Promise<() => Promise<void>>;
  /** Ends every connection, after giving running queries a moment. */
  close(): Promise<void>;
}

export type Transaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0];

/** Queries at once per process: times the replicas it must stay under the server's own limit. */
const POOL_SIZE = 10;

export interface DatabaseOptions {
  /** Connections for queries of this process. */
  poolSize?: number;
}

/** Opens the pool; connections are made when first needed. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pooled = connectionOptions(url);
  const sql = postgres(pooled.url, {
    ...pooled.settings,
    max: options.poolSize ?? POOL_SIZE,
    idle_timeout: 60,
  });
  const unpooled = connectionOptions(url, { direct: true });
  const direct = postgres(unpooled.url, { ...unpooled.settings, max: 1 });
  return {
    sql,
    orm: drizzle(sql, { schema }),
    async listen(channel, onNotify, onConnect) {
      const { unlisten } = await direct.listen(channel, onNotify, onConnect);
      return unlisten;
    },
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), direct.end({ timeout: 1 })]);
    },
  };
}

/**
 * One transaction as the user: every row that is not theirs is out of sight (row-level security),
 * whatever the query says. Both settings end with the transaction, so they are safe behind a pooler.
 */
export function asUser<T>(
  database: Database,
  userId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.orm.transaction(async (tx) => {
    await tx.execute(
      query`select set_config('role', 'todo_app', true), set_config('app.user_id', ${userId}, true)`,
    );
    return work(tx);
  });
}

/**
 * One transaction over the rows of all users, for sweeps that belong to no request: expired trash,
 * old events, turns whose process has died. Never for what a caller asks.
 */
export function asSystem<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.orm.transaction(async (tx) => {
    await tx.execute(query`select set_config('role', 'todo_system', true)`);
    return work(tx);
  });
}
