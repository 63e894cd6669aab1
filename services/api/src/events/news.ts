/**
 * @module Who has news: one LISTEN per process tells it at once; where notifications do not come through (a
 * pooler keeps them, a connection is dead without knowing it), one query asks for all who wait here.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { asSystem, type Database } from '../database/database.ts';
import { counters } from '../database/schema.ts';
import { CHANNEL } from './publish.ts';

/** How long a notification of our own may take to come back. */
const ECHO_MILLISECONDS = 1_000;
/** How often that is tried while they come through. */
const CHECK_MILLISECONDS = 20_000;
/** Between one query and the next while they do not. */
const POLL_MILLISECONDS = 500;

/** Somebody who reads a user's events and has seen those up to `seen`. */
interface Reader {
  seen: number;
  /** Resolves at the next news, or when the signal aborts. Call it before reading, so that nothing slips between. */
  next(): Promise<void>;
  leave(): void;
}

export interface News {
  read(userId: string, seen: number, signal: AbortSignal): Reader;
  /** Whether notifications come through, as far as anybody reads. */
  isHeard(): boolean;
  /** Begins to listen; call it once the database is ready. */
  start(): Promise<void>;
  stop(): void;
}

interface Waiting extends Reader {
  wake(): void;
}

/** The news of all users for the readers of this process. */
export function createNews(database: Database): News {
  const readers = new Map<string, Set<Waiting>>();
  // No id of a user holds a blank.
  const echo = `echo ${crypto.randomUUID()}`;
  const ending = new AbortController();
  let pause = new AbortController();
  // Until a try says otherwise: where nobody reads, nothing is missed.
  let heard = true;
  let hear: (() => void) | undefined;

  /** Ends what the watch waits for at the moment. */
  const hurry = () => pause.abort();
  const wake = (userId: string) => {
    for (const reader of readers.get(userId) ?? []) reader.wake();
  };

  /** Wakes those who have not seen what is there. */
  async function ask(): Promise<void> {
    const ids = JSON.stringify([...readers.keys()]);
    const found = await asSystem(database, (tx) =>
      tx
        .select({ userId: counters.userId, latest: counters.events })
        .from(counters)
        .where(sql`${counters.userId} in (select json_array_elements_text(${ids}::json))`),
    );
    for (const { userId, latest } of found) {
      for (const reader of readers.get(userId) ?? []) if (reader.seen < latest) reader.wake();
    }
  }

  async function comesThrough(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    hear = () => resolve(true);
    const late = setTimeout(resolve, ECHO_MILLISECONDS, false);
    await database.orm.execute(sql`select pg_notify(${CHANNEL}, ${echo})`);
    return promise.finally(() => clearTimeout(late));
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      pause = new AbortController();
      // Nobody waits: nothing keeps a database awake that sleeps when it is not asked.
      const isAlone = readers.size === 0;
      if (isAlone) heard = true;
      else {
        // Away: whoever reads is told by their own queries.
        heard = await comesThrough().catch(() => false);
        await ask().catch(() => {});
      }
      const long = isAlone ? 2 ** 30 : heard ? CHECK_MILLISECONDS : POLL_MILLISECONDS;
      const signal = AbortSignal.any([pause.signal, ending.signal]);
      await delay(long, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  return {
    isHeard: () => heard,
    read(userId, seen, signal) {
      let { promise, resolve } = Promise.withResolvers<void>();
      const own = readers.get(userId) ?? new Set();
      const reader: Waiting = {
        seen,
        next() {
          ({ promise, resolve } = Promise.withResolvers<void>());
          if (signal.aborted) resolve();
          return promise;
        },
        wake: () => resolve(),
        leave() {
          signal.removeEventListener('abort', reader.wake);
          own.delete(reader);
          if (own.size === 0 && readers.get(userId) === own) readers.delete(userId);
        },
      };
      signal.addEventListener('abort', reader.wake, { once: true });
      if (readers.size === 0) hurry();
      readers.set(userId, own.add(reader));
      return reader;
    },
    async start() {
      const onNotify = (payload: string) => {
        if (payload === echo) hear?.();
        else wake(payload);
      };
      // What was sent while the connection was away is asked for, and whether anything arrives at all is tried.
      await database.listen(CHANNEL, onNotify, hurry);
      void watch();
    },
    stop: () => ending.abort(),
  };
}
