/** @module Connections for queries. What is sent on one without waiting for answers goes out together, and stays in order. */
import { createHash } from 'node:crypto';
import pg, { type PoolClient, type QueryConfig } from 'pg';
import { type Ask, traceQueries } from '../telemetry/trace-queries.ts';
import { askAlone, type Described, hasPrepared, type NamedQuery } from './alone-query.ts';
import { connectionOptions } from './connection.ts';

/** Texts beyond this many are planned anew each time: a session keeps its statements as long as it lives. */
const MOST_KEPT = 500;
const IDLE_MILLISECONDS = 60_000;

export type Client = Pick<PoolClient, 'query'>;

/** One that may send a statement and the settings it runs under as one transaction of a single message. */
export interface AloneClient {
  /** Undefined where the session does not know both by name yet: they are asked one by one then. */
  alone(settings: QueryConfig, query: QueryConfig): Promise<{ rows: unknown[] }> | undefined;
}

/** What a session of the server holds itself to, so that nothing of a request that nobody waits for any more stays there. */
const LIMITS = `set statement_timeout = '15s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '30s'`;

export interface PoolLimits {
  /** Connections at once. */
  max: number;
  /** After this long without an answer a connection counts as lost, whatever became of the server. */
  answerMilliseconds: number;
}

/** Connections are made when first needed. */
export function openPool(url: string, { max, answerMilliseconds }: PoolLimits): pg.Pool {
  const { settings, isPooled } = connectionOptions(url);
  const pool = new pg.Pool({
    ...settings,
    max,
    idleTimeoutMillis: IDLE_MILLISECONDS,
    pipeline: true,
    query_timeout: answerMilliseconds,
    Client: KeepingClient,
  });
  // Whoever uses a connection that is lost is told by its query; nobody else needs to know.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    if (!isPooled) (client as unknown as KeepingClient).lookAround();
  });
  return pool;
}

const names = new Map<string, string>();

/** The name under which a session keeps a statement: the same text has the same in every session. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_KEPT) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/**
 * Has Postgres plan a statement that takes values once, not each time, where a connection is one session of the
 * server. Behind a transaction pooler it is another one in each transaction, which knows nothing of the statement.
 */
class KeepingClient extends pg.Client implements AloneClient {
  #keeps = false;
  readonly #described: Described = new Map();

  /**
   * Finds out whether it speaks to the server itself: a pooler greets with a process of its own making. Sent ahead of
   * the first query, and not waited for. Only then the session is its own, to set limits for.
   */
  lookAround(): void {
    const greeted = (this as { processID?: number | null }).processID;
    super.query('select pg_backend_pid() as pid').then(
      ({ rows }) => {
        this.#keeps = rows[0]?.pid === greeted;
        if (this.#keeps) super.query(LIMITS).catch(() => {});
      },
      () => {},
    );
  }

  // The driver's overloads in one: this passes on whatever was given.
  override query = traceQueries(((config: string | QueryConfig, values?: unknown[], ...rest: unknown[]) => {
    // What is asked in one go, promises included, goes to Postgres in one: a packet costs more than a statement.
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const isStatement = typeof config === 'object' && typeof config.text === 'string';
    // Libraries name statements of their own, which are lost behind a pooler all the same.
    const given = isStatement
      ? { ...config, name: this.#keeps ? (config.name ?? nameOf(config.text)) : undefined }
      : config;
    return super.query(given as QueryConfig, values as unknown[], ...(rest as []));
  }) as Ask) as pg.Client['query'];

  readonly #askAlone = traceQueries(((query: NamedQuery, settings: NamedQuery) =>
    askAlone(this, settings, query, this.#described)) as Ask) as (
    query: NamedQuery,
    settings: NamedQuery,
  ) => Promise<{ rows: unknown[] }>;

  alone(settings: QueryConfig, query: QueryConfig): Promise<{ rows: unknown[] }> | undefined {
    if (!this.#keeps) return undefined;
    const [before, then] = [named(settings), named(query)];
    if (!before || !then || !hasPrepared(this, before) || !hasPrepared(this, then)) return undefined;
    return this.#askAlone(then, before);
  }
}

function named(query: QueryConfig): NamedQuery | undefined {
  const name = nameOf(query.text);
  return name === undefined ? undefined : { ...query, name, values: query.values ?? [] };
}
