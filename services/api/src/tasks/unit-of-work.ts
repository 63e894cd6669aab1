/** @module One request's changes to tasks: gathered first, then written, published and noted together. */
import { nextNumbers } from '../database/counters.ts';
import type { Transaction } from '../database/database.ts';
import type { EventService, UserEvent } from '../events/events.ts';
import { createPauses } from '../http/pauses.ts';
import { TaskNotFound } from '../http/problem.ts';
import { type ChangeAction, noteChanges, type Touched } from './journal.ts';
import { type TaskRow, type TaskWrite, toTask, writeTasks } from './store.ts';
import { beginUnit, KnownTasks, type UnitOfWork } from './unit.ts';

/** Events of one statement: writing them down must not hold everything else up. */
const EVENTS_AT_ONCE = 200;

/** What a unit of work came to. */
export interface Outcome {
  /** The task as it is now, whether or not it was changed. */
  task(id: number): TaskRow;
  touched: Touched[];
}

interface ChangeOptions {
  now?: Date;
  timeZone?: string;
  /** Tasks that are surely added: their numbers are given out together with that of the change. */
  adding?: number;
}

/**
 * Runs `work`, then writes what it changed. All changes of one user wait for each other from here on, as their events
 * must; nothing is noted when nothing has changed, or `action` is null.
 */
export async function changeTasks(
  tx: Transaction,
  events: EventService,
  userId: string,
  action: ChangeAction | null,
  { now = new Date(), timeZone = 'UTC', adding = 0 }: ChangeOptions,
  work: (unit: UnitOfWork) => Promise<void>,
): Promise<Outcome> {
  const given = await nextNumbers(tx, userId, { tasks: adding, changes: 1 });
  let ahead = adding;
  const numbers = async (count: number) => {
    const more = Math.max(0, count - ahead);
    const last = more > 0 ? (await nextNumbers(tx, userId, { tasks: more, changes: 0 })).tasks : given.tasks;
    const first = last - (more > 0 ? count : ahead) + 1;
    ahead = Math.max(0, ahead - count);
    return first;
  };
  const begun = beginUnit(tx, userId, new KnownTasks(), { now, moment: now, timeZone, action, numbers });
  await work(begun.unit);

  const wanted = begun.touched();
  const pause = createPauses();
  const writes: TaskWrite[] = [];
  for (const { before, after } of wanted) {
    writes.push(stamped(after, before !== null, now));
    await pause();
  }
  const written = await writeTasks(tx, userId, writes);
  const touched = written.map((after, index) => ({ before: wanted[index]?.before ?? null, after }));
  const rows = new Map(written.map((row) => [row.id, row]));
  const noted = begun.action();
  if (touched.length > 0) {
    // One after the other on the same connection, without a wait in between.
    await Promise.all([
      publishAll(tx, events, userId, touched),
      noted && noteChanges(tx, userId, [{ id: given.changes, action: noted, touched }]),
    ]);
  }
  return { touched, task: (id) => theTask(id, rows.get(id) ?? begun.row(id)) };
}

async function publishAll(
  tx: Transaction,
  events: EventService,
  userId: string,
  touched: readonly Touched[],
): Promise<void> {
  for (let start = 0; start < touched.length; start += EVENTS_AT_ONCE) {
    await events.publish(tx, userId, ...touched.slice(start, start + EVENTS_AT_ONCE).map(eventOf));
  }
}

/** Throws TaskNotFound where there is none. */
export function theTask(id: number, row: TaskRow | undefined): TaskRow {
  if (!row) throw new TaskNotFound(id);
  return row;
}

/** Moments that nobody said, which are `moment` so far, are the database's own: that of the transaction. */
export function stamped(row: TaskWrite, isKnown: boolean, moment: Date): TaskWrite {
  const { createdAt, updatedAt, ...fields } = row;
  if (isKnown) return fields;
  return {
    ...fields,
    ...(createdAt && createdAt !== moment ? { createdAt } : {}),
    ...(updatedAt && updatedAt !== moment ? { updatedAt } : {}),
  };
}

/** What is told of a change. */
export function eventOf({ before, after }: Touched): UserEvent {
  const task = toTask(after);
  if (!before) return { type: after.deletedAt ? 'task.deleted' : 'task.created', task };
  if (before.deletedAt && !after.deletedAt) return { type: 'task.restored', task };
  if (!before.deletedAt && after.deletedAt) return { type: 'task.deleted', task };
  return { type: 'task.updated', task };
}
