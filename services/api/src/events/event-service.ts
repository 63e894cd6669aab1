/** @module A user's events in their order, each read from their own rows as soon as there is news. */
import { and, asc, eq, gt, min } from 'drizzle-orm';
import { asUser, type Database } from '../database/database.ts';
import { counters, events } from '../database/schema.ts';
import type { EventService, NumberedEvent, Position, UserEvent } from './events.ts';
import { createNews } from './news.ts';
import { publishEvents } from './publish.ts';

/** What is held at most for a reader who is slower than the news. */
const BATCH = 50;

export interface RunningEventService extends EventService {
  /** Begins to listen; call it once the database is ready. */
  start(): Promise<void>;
  stop(): void;
  /** Whether notifications come through; where they do not, there are queries instead. */
  isHeard(): boolean;
}

/** Live events of all users on this process. */
export function createEventService(database: Database): RunningEventService {
  const news = createNews(database);
  /** Reads that are about to be sent: all streams of a user that stand at the same place share one. */
  const soon = new Map<string, Promise<NumberedEvent[]>>();

  function eventsAfter(userId: string, last: number): Promise<NumberedEvent[]> {
    const place = `${userId} ${last}`;
    const known = soon.get(place);
    if (known) return known;
    const read = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      // Who asks from here on may know of news that this read was too early for.
      soon.delete(place);
      return readAfter(database, userId, last);
    });
    soon.set(place, read);
    return read;
  }

  async function* subscribe(
    userId: string,
    afterId: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<NumberedEvent> {
    const reader = news.read(userId, afterId ?? (await positionOf(database, userId)).after, signal);
    try {
      while (!signal.aborted) {
        const next = reader.next();
        const batch = await eventsAfter(userId, reader.seen);
        for (const event of batch) {
          if (signal.aborted) return;
          reader.seen = event.id;
          yield event;
        }
        if (batch.length < BATCH) await next;
      }
    } finally {
      reader.leave();
    }
  }

  return {
    publish: publishEvents,
    position: (userId, lastSeen) => positionOf(database, userId, lastSeen),
    subscribe,
    start: news.start,
    stop: news.stop,
    isHeard: news.isHeard,
  };
}

async function positionOf(database: Database, userId: string, lastSeen?: number): Promise<Position> {
  return asUser(database, userId, async (tx) => {
    const [counted] = await tx
      .select({ latest: counters.events })
      .from(counters)
      .where(eq(counters.userId, userId));
    const latest = counted?.latest ?? 0;
    if (lastSeen === undefined || lastSeen === latest) return { after: latest, hasGap: false };
    // A number from the future belongs to another database, e.g. the one before a restore.
    if (lastSeen > latest) return { after: latest, hasGap: true };
    const [kept] = await tx
      .select({ oldest: min(events.id) })
      .from(events)
      .where(and(eq(events.userId, userId), gt(events.id, lastSeen)));
    return kept?.oldest === lastSeen + 1
      ? { after: lastSeen, hasGap: false }
      : { after: latest, hasGap: true };
  });
}

async function readAfter(database: Database, userId: string, last: number): Promise<NumberedEvent[]> {
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
