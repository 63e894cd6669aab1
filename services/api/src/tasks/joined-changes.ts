/**
 * @module Changes that are written together, though each is one by itself: what it answers, its event, its note for undo
 * and its key are those that it would have alone. A hundred are a dozen statements so, not a thousand.
 */
import { LARGEST_ID, nextNumbers } from '../database/counters.ts';
import { askIn, type Transaction } from '../database/database.ts';
import {
  claimKeys,
  fingerprintOf,
  giveBackKeys,
  type KeptAnswer,
  keepAnswers,
  keyReused,
} from '../database/once.ts';
import type { EventService, UserEvent } from '../events/events.ts';
import { type NotedChange, noteChanges } from './journal.ts';
import type { RunChange } from './run-change.ts';
import { type TaskRow, writeTasks } from './store.ts';
import { beginUnit, KnownTasks, type UnitOptions } from './unit.ts';
import { eventOf, stamped, theTask } from './unit-of-work.ts';

/** What is going to be asked, as far as it is known: read at once instead of one by one. */
export interface Expected {
  keys: readonly string[];
  /** Tasks by their numbers; those that are none are passed over. */
  ids: readonly unknown[];
}

export interface JoinedChanges {
  run: RunChange;
  /** Writes what has been done so far, for whoever reads in the same transaction. */
  flush(): Promise<void>;
  /** The same at the end of the transaction. */
  end(): Promise<void>;
}

/** Changes of one user within one transaction; one that fails leaves nothing of itself. */
export function joinChanges(
  tx: Transaction,
  events: EventService,
  userId: string,
  expected: Expected,
): JoinedChanges {
  const known = new KnownTasks();
  /** Answers under keys that were used; undefined where one is ours to use. */
  const keys = new Map<string, KeptAnswer | undefined>();
  let beginning: ReturnType<typeof begin> | undefined;
  let last = 0;
  /** Each task that is to be written, and whether it was there before. */
  const unwritten = new Map<number, { row: TaskRow; isKnown: boolean }>();
  let added = 0;
  let told: UserEvent[] = [];
  let notes: NotedChange[] = [];
  const answers = new Map<string, KeptAnswer>();

  async function claim(wanted: readonly string[]): Promise<void> {
    const used = await claimKeys(tx, userId, wanted);
    for (const key of wanted) keys.set(key, used.get(key));
  }

  /** From here on all other changes of the user wait; a key is waited for before that, as anywhere else. */
  async function begin() {
    await claim(expected.keys);
    const [counts, [clock]] = await Promise.all([
      nextNumbers(tx, userId, { tasks: 0, changes: 0 }),
      askIn<{ now: string }>(tx, { query: 'select now()::timestamptz(3)::text as now', parameters: [] }),
    ]);
    const moment = new Date(clock?.now ?? Number.NaN);
    const ids = expected.ids.filter(
      (id): id is number => Number.isInteger(id) && Number(id) > 0 && Number(id) <= LARGEST_ID,
    );
    const { unit } = beginUnit(tx, userId, known, {
      ...{ now: moment, moment, timeZone: 'UTC', action: null },
      numbers: () => Promise.reject(new Error('nothing is added yet')),
    });
    await unit.load(ids);
    await unit.loadSubtasks(ids);
    return { counts, moment };
  }

  const run: RunChange = async ({ key, request, action, timeZone }, work, answer) => {
    beginning ??= begin();
    const { counts, moment } = await beginning;
    const fingerprint = fingerprintOf(request);
    if (key !== undefined) {
      if (!keys.has(key)) await claim([key]);
      const used = keys.get(key);
      if (used && used.fingerprint !== fingerprint) throw keyReused();
      if (used) return used.response as never;
    }
    // No two have the same, as if they had come one by one.
    last = Math.max(Date.now(), last + 1);
    let adding = 0;
    const numbers: UnitOptions['numbers'] = async (count) => {
      adding += count;
      return counts.tasks + adding - count + 1;
    };
    const options = { now: new Date(last), moment, timeZone, action, numbers };
    const begun = beginUnit(tx, userId, known, options);
    await work(begun.unit);
    const touched = begun.touched().map(({ before, after }) => ({
      before,
      after: before ? { ...after, updatedAt: moment } : after,
    }));
    const rows = new Map(touched.map(({ after }) => [after.id, after]));
    const response = answer({ touched, task: (id) => theTask(id, rows.get(id) ?? begun.row(id)) });

    // Nothing has failed: from here on it is a part of what is written.
    counts.tasks += adding;
    added += adding;
    for (const { before, after } of touched) {
      known.rows.set(after.id, after);
      const isKnown = unwritten.get(after.id)?.isKnown ?? before !== null;
      unwritten.set(after.id, { row: after, isKnown });
    }
    told.push(...touched.map(eventOf));
    const noted = begun.action();
    if (touched.length > 0 && noted) {
      counts.changes += 1;
      notes.push({ id: counts.changes, action: noted, touched });
    }
    if (key !== undefined) {
      const kept = { key, fingerprint, response };
      keys.set(key, kept);
      answers.set(key, kept);
    }
    return response;
  };

  async function flush(): Promise<void> {
    if (!beginning || (unwritten.size === 0 && answers.size === 0)) return;
    const { moment } = await beginning;
    const rows = [...unwritten.values()].map(({ row, isKnown }) => stamped(row, isKnown, moment));
    const work = [
      nextNumbers(tx, userId, { tasks: added, changes: notes.length }),
      writeTasks(tx, userId, rows),
      events.publish(tx, userId, ...told),
      noteChanges(tx, userId, notes),
      keepAnswers(tx, userId, [...answers.values()]),
    ];
    unwritten.clear();
    answers.clear();
    [added, told, notes] = [0, [], []];
    await Promise.all(work);
  }

  return {
    run,
    flush,
    async end() {
      await flush();
      const unused = [...keys].flatMap(([key, used]) => (used ? [] : [key]));
      await giveBackKeys(tx, userId, unused);
    },
  };
}
