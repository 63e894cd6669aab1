/** @module One LISTEN per process wakes the streams of the users who have news; each reads its own rows. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { asUser, type Database } from '../database/database.ts';
import { counters, events } from '../database/schema.ts';
import type { EventService, NumberedEvent, UserEvent } from './events.ts';
import { CHANNEL, publishEvent } from './publish.ts';

const BATCH = 100;
/** How long a stream sleeps at most: a safety net, and short while notifications do not come through. */
const HEARD_MILLISECONDS = 60_000;
const DEAF_MILLISECONDS = 2_000;

export interface RunningEventService extends EventService {
  /** Begins to listen; call it once the database is ready. */
  start(): Promise<void>;
}

/** Live events of all users on this process. */
export function createEventService(database: Database): RunningEventService {
  const sleepers = new Map<string, Set<() => void>>();
  let heard = false;

  const wake = (userId: string) => {
    for (const resume of sleepers.get(userId) ?? []) resume();
  };
  const wakeAll = () => {
    for (const userId of sleepers.keys()) wake(userId);
  };

  /** Sleeps until there is news; must be entered before reading, so that nothing slips between. */
  function nextNews(userId: string, signal: AbortSignal): { news: Promise<void>; leave: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const own = sleepers.get(userId) ?? new Set();
    sleepers.set(userId, own.add(resolve));
    const timer = setTimeout(resolve, heard ? HEARD_MILLISECONDS : DEAF_MILLISECONDS);
    const end = () => resolve();
    signal.addEventListener('abort', end, { once: true });
    const leave = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      own.delete(resolve);
      if (own.size === 0 && sleepers.get(userId) === own) sleepers.delete(userId);
    };
    return { news: promise, leave };
  }

  async function position(userId: string, lastSeen: number | undefined): Promise<number> {
    const latest = await latestNumber(database, userId);
    // A number from the future belongs to another database: begin with what comes next.
    return lastSeen === undefined || lastSeen > latest ? latest : lastSeen;
  }

  async function* subscribe(
    userId: string,
    afterId: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<NumberedEvent> {
    let last = afterId ?? (await position(userId, afterId));
    while (!signal.aborted) {
      const { news, leave } = nextNews(userId, signal);
      try {
        const batch = await eventsAfter(database, userId, last);
        for (const event of batch) {
          if (signal.aborted) return;
          yield event;
          last = event.id;
        }
        if (batch.length < BATCH) await news;
      } finally {
        leave();
      }
    }
  }

  return {
    publish: publishEvent,
    position,
    subscribe,
    async start() {
      await database.listen(
        CHANNEL,
        (userId) => {
          if (userId === '') heard = true;
          else wake(userId);
        },
        () => {
          // What was sent while the connection was away is in the table; whether anything arrives at
          // all (some poolers swallow it) is told by a notification of our own.
          heard = false;
          wakeAll();
          database.sql.notify(CHANNEL, '').catch(() => {});
        },
      );
    },
  };
}

async function latestNumber(database: Database, userId: string): Promise<number> {
  const [row] = await asUser(database, userId, (tx) =>
    tx.select({ latest: counters.events }).from(counters).where(eq(counters.userId, userId)),
  );
  return row?.latest ?? 0;
}

async function eventsAfter(database: Database, userId: string, last: number): Promise<NumberedEvent[]> {
  const rows = await asUser(database, userId, (tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.userId, userId), gt(events.id, last)))
      .orderBy(asc(events.id))
      .limit(BATCH),
  );
  return rows.map(({ id, data }) => ({ id, ...(data as UserEvent) }));
}
