/** @module The database: a pool for queries, one direct connection for LISTEN. */
import { drizzle, type NodePgDatabase, NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { postgresCode } from './errors.ts';
import { type Listener, openListener } from './listener.ts';
import { type AloneClient, type Client, openPool } from './pool.ts';
import * as schema from './schema.ts';

export interface Database {
  /** The pool itself, for what Drizzle has no words for. */
  pool: pg.Pool;
  orm: NodePgDatabase<typeof schema>;
  /** One transaction that begins with `settings`: a query that sets what holds until its end. */
  begin<T>(settings: Query, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One query in a transaction of its own that begins with `settings`; all of it is sent at once. */
  alone<Row>(settings: Query, query: Query): Promise<Row[]>;
  /**
   * Calls `onNotify` for every NOTIFY on the channel, from any process; `onConnect` each time the
   * connection is made anew, since what was sent meanwhile is lost. Resolves to the way to stop.
   */
  listen: Listener['listen'];
  /** Ends every connection, after giving running queries a moment. */
  close(): Promise<void>;
}

/** A query's text, and the values of its $1, $2 …. */
export interface Query {
  query: string;
  parameters: unknown[];
}

export type Transaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0];

/** Transactions at once per process: times the replicas it must stay under the server's own limit. */
const POOL_SIZE = 10;
const CLOSE_MILLISECONDS = 5_000;
/** Longer than the server itself gives a statement: it is for a server that says nothing any more. */
const ANSWER_MILLISECONDS = 20_000;
const { DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins;
/** Of `text[]`; the driver's names have none for it. */
const TEXT_ARRAY: number = 1009;
const AS_WRITTEN = new Set<number>([DATE, TIMESTAMP, TIMESTAMPTZ]);

export interface DatabaseOptions {
  /** Connections for queries of this process. */
  poolSize?: number;
  /** How long an answer may take before its connection counts as lost. */
  answerMilliseconds?: number;
  /** The server itself, where `url` leads to a pooler from whose address that cannot be told. */
  directUrl?: string | undefined;
}

/** Opens the pool; connections are made when first needed. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = openPool(url, {
    max: options.poolSize ?? POOL_SIZE,
    answerMilliseconds: options.answerMilliseconds ?? ANSWER_MILLISECONDS,
  });
  const listener = openListener(options.directUrl ?? url);
  const dialect = new PgDialect();

  /** On one connection, which goes back into the pool, or away when it is not what it was. */
  async function onClient<T>(work: (client: Client & AloneClient) => Promise<T>): Promise<T> {
    const client = (await pool.connect()) as pg.PoolClient & AloneClient;
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // Sent on a connection that is lost it fails at once.
      const isLost = await client.query('rollback').then(
        () => false,
        () => true,
      );
      client.release(isLost);
      throw error;
    }
  }

  return {
    pool,
    orm: drizzle(pool, { schema }),
    begin: <T>(settings: Query, work: (tx: Transaction) => Promise<T>) =>
      onClient(async (client) => {
        // Sent ahead of the first query of `work`, and not waited for: they arrive in this order, and when one
        // fails, Postgres refuses all that follow it in the transaction.
        const begun =
          client.alone(BEGIN, asConfig(settings)) ??
          Promise.all([client.query(BEGIN), client.query(asConfig(settings))]);
        begun.catch(() => {});
        const scope = scopeOf(client);
        // As Drizzle's own transaction makes them, on a connection that has begun one.
        const session = new NodePgSession(scope as never, dialect, undefined);
        const tx = new NodePgTransaction(dialect, session, undefined) as unknown as Transaction;
        const result = await work(tx)
          // What went wrong first is what went wrong.
          .catch((error: unknown) => begun.then(() => Promise.reject(error)))
          .finally(scope.close);
        await begun;
        const { command } = await client.query('commit');
        if (command !== 'COMMIT')
          throw new Error('a transaction in which a query had failed was to be committed');
        return result;
      }),
    alone: <Row>(settings: Query, query: Query) =>
      onClient(async (client) => {
        const result =
          (await client.alone(asConfig(settings), asConfig(query))) ??
          (
            await Promise.all([
              client.query('begin'),
              client.query(asConfig(settings)),
              client.query(asConfig(query)),
              client.query('commit'),
            ])
          )[2];
        return result.rows as Row[];
      }),
    listen: listener.listen,
    async close() {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, CLOSE_MILLISECONDS);
      await Promise.race([Promise.all([pool.end(), listener.close()]), late]);
      clearTimeout(timer);
    },
  };
}

/** Of a query behind one that had failed. */
const TRANSACTION_ABORTED = '25P02';

/** Has no values, but is kept by its name like a statement that has. */
const BEGIN: pg.QueryConfig = { text: 'begin', values: [] };

/** What makes a transaction the user's, until its end. */
const AS_USER =
  "select set_config('role', 'todo_app', true), set_config('app.user_id', $1, true), set_config('synchronous_commit', $2, true)";

/** The same for what only reads: it is refused to write. */
const TO_READ_AS_USER =
  "select set_config('role', 'todo_app', true), set_config('app.user_id', $1, true), set_config('transaction_read_only', 'on', true)";

/**
 * One transaction as the user: every row that is not theirs is out of sight (row-level security),
 * whatever the query says. The settings end with the transaction, so they are safe behind a pooler. With
 * `commit: 'off'` nobody waits for the disk: a later commit that does takes this one with it.
 */
export function asUser<T>(
  database: Database,
  userId: string,
  work: (tx: Transaction) => Promise<T>,
  { commit = 'on' }: { commit?: 'on' | 'off' } = {},
): Promise<T> {
  return database.begin({ query: AS_USER, parameters: [userId, commit] }, work);
}

/** One query as the user, as `asUser` would, for what is written often. */
export function writeAsUser<Row>(
  database: Database,
  userId: string,
  query: Query,
  { commit = 'on' }: { commit?: 'on' | 'off' } = {},
): Promise<Row[]> {
  return database.alone<Row>({ query: AS_USER, parameters: [userId, commit] }, query);
}

/** One query as the user, as `asUser` would, for what is read often. Days and moments come as Postgres writes them. */
export function readAsUser<Row>(database: Database, userId: string, query: Query): Promise<Row[]> {
  return database.alone<Row>({ query: TO_READ_AS_USER, parameters: [userId] }, query);
}

/**
 * One transaction over the rows of all users, for sweeps that belong to no request: expired trash,
 * old events, turns whose process has died. Never for what a caller asks.
 */
export function asSystem<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.begin({ query: "select set_config('role', 'todo_system', true)", parameters: [] }, work);
}

/**
 * The same database for work that belongs together: each of its transactions is a part of this one, which is undone by
 * itself when it fails. All of it must be the user's whose transaction it is. `first` is done before each.
 */
export function within(database: Database, tx: Transaction, first: () => Promise<void>): Database {
  return {
    ...database,
    async begin(_settings, work) {
      await first();
      return tx.transaction(work);
    },
    async alone(_settings, query) {
      await first();
      return askIn(tx, query);
    },
  };
}

/** One query within a transaction, for what is asked often: as it is written, without Drizzle's building of it. */
export async function askIn<Row>(tx: Transaction, query: Query): Promise<Row[]> {
  const { session } = tx as unknown as { session: { client: Client } };
  return (await session.client.query(asConfig(query))).rows as Row[];
}

/** Most lists of texts are of none; the driver would read each letter by letter. */
const readTexts = pg.types.getTypeParser(TEXT_ARRAY);
const textsOf = (text: string): unknown => (text === '{}' ? [] : readTexts(text));
const asWritten = (text: string) => text;

/** Days and moments stay as Postgres writes them, as Drizzle has them. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id: number, format) {
    if (AS_WRITTEN.has(id)) return asWritten;
    return id === TEXT_ARRAY ? textsOf : pg.types.getTypeParser(id, format);
  },
};

/**
 * A transaction's connection, until the transaction is over: what comes later would be outside of it. Queries that were
 * sent together fail together, in any order for who waits; each says what went wrong, not that something had.
 */
function scopeOf(client: Client): Client & { close(): void } {
  let isOver = false;
  let cause: unknown;
  const query = async (...args: Parameters<Client['query']>) => {
    if (isOver) throw new Error('the transaction is over');
    try {
      return await client.query(...args);
    } catch (error) {
      if (postgresCode(error) !== TRANSACTION_ABORTED) cause = error;
      throw cause ?? error;
    }
  };
  return {
    query: query as Client['query'],
    close: () => {
      isOver = true;
    },
  };
}

function asConfig({ query, parameters }: Query): pg.QueryConfig {
  return { text: query, values: parameters, types };
}
