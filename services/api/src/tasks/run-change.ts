/** @module A change of tasks as requests ask for it: done once for each key, and answered. */
import { asUser, type Database } from '../database/database.ts';
import { once } from '../database/once.ts';
import type { EventService } from '../events/events.ts';
import type { ChangeAction } from './journal.ts';
import type { UnitOfWork } from './unit.ts';
import { changeTasks, type Outcome } from './unit-of-work.ts';

interface Change {
  userId: string;
  /** The same key with the same request answers as the first time, and does nothing again. */
  key: string | undefined;
  request: unknown;
  action: ChangeAction;
  timeZone: string;
  /** Tasks that are surely added. */
  adding?: number;
}

/** Does `work`, and keeps what `answer` makes of it with the key. */
export type RunChange = <T>(
  change: Change,
  work: (unit: UnitOfWork) => Promise<void>,
  answer: (outcome: Outcome) => T,
) => Promise<T>;

/** Every change is a transaction of its own. */
export function eachAlone(database: Database, events: EventService): RunChange {
  return ({ userId, key, request, action, ...options }, work, answer) =>
    asUser(database, userId, (tx) =>
      once(tx, userId, key, request, async () =>
        answer(await changeTasks(tx, events, userId, action, options, work)),
      ),
    );
}
