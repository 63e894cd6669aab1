/** @module The tasks that one request works on: read and locked when they are asked for, and changed in memory alone. */
import { LARGEST_ID } from '../database/counters.ts';
import type { Transaction } from '../database/database.ts';
import { createPauses } from '../http/pauses.ts';
import { TaskNotFound } from '../http/problem.ts';
import type { ChangeAction, Touched } from './journal.ts';
import { lockSubtasks, lockTasks, type TaskFields, type TaskRow, type TaskWrite } from './store.ts';

type NewFields = Partial<TaskWrite> & { title: string };

/** The tasks that a request works on, as they will be. */
export interface UnitOfWork {
  readonly now: Date;
  readonly timeZone: string;
  /** Reads and locks tasks; those that are not there are left out. */
  load(ids: readonly number[]): Promise<TaskRow[]>;
  /** The task, unless it lies in the trash; throws TaskNotFound. */
  live(id: number): Promise<TaskRow>;
  /** Its subtasks, in the trash or not. */
  subtasks(id: number): Promise<TaskRow[]>;
  /** Reads the subtasks of many tasks at once, for when they are asked for one by one. */
  loadSubtasks(ids: readonly number[]): Promise<void>;
  /** Changes a task that was loaded; answers it as it will be. */
  set(id: number, fields: TaskFields): TaskRow;
  /** Adds tasks under the next numbers, in this order. */
  add(tasks: readonly NewFields[]): Promise<TaskRow[]>;
  /** Notes the change as another than was thought before the tasks were seen. */
  noteAs(action: ChangeAction): void;
}

/** The tasks of a user that a transaction has locked, as they are so far. */
export class KnownTasks {
  readonly rows = new Map<number, TaskRow>();
  /** Tasks whose subtasks are all among them. */
  readonly asked = new Set<number>();
}

export interface UnitOptions {
  /** When the change is made, and what new tasks have for the moment at which they were. */
  now: Date;
  moment: Date;
  timeZone: string;
  action: ChangeAction | null;
  /** Gives out so many numbers of tasks; answers the first. */
  numbers(count: number): Promise<number>;
}

/** A unit of work and what has come of it so far; `known` is left as it is, but for what was read. */
export interface BegunUnit {
  unit: UnitOfWork;
  /** What it is noted as. */
  action(): ChangeAction | null;
  /** The task as it will be. */
  row(id: number): TaskRow | undefined;
  /** Every task that has changed, in the order in which they first did. */
  touched(): Touched[];
}

/** Begins to work on tasks of which others in the same transaction may be known. */
export function beginUnit(
  tx: Transaction,
  userId: string,
  known: KnownTasks,
  { now, moment, timeZone, action, numbers }: UnitOptions,
): BegunUnit {
  const own = new Map<number, TaskRow>();
  const changed = new Set<number>();
  let noted = action;
  const rowOf = (id: number) => own.get(id) ?? known.rows.get(id);
  const keep = (loaded: TaskRow[]) => {
    for (const row of loaded) if (!known.rows.has(row.id)) known.rows.set(row.id, row);
  };

  const unit: UnitOfWork = {
    now,
    timeZone,
    async load(ids) {
      const missing = ids.filter((id) => !rowOf(id) && id <= LARGEST_ID);
      if (missing.length > 0) keep(await lockTasks(tx, userId, missing));
      return ids.flatMap((id) => rowOf(id) ?? []);
    },
    async live(id) {
      const [row] = await unit.load([id]);
      if (!row || row.deletedAt) throw new TaskNotFound(id);
      return row;
    },
    async loadSubtasks(ids) {
      const unknown = ids.filter((id) => !known.asked.has(id));
      if (unknown.length === 0) return;
      keep(await lockSubtasks(tx, userId, unknown));
      for (const id of unknown) known.asked.add(id);
    },
    async subtasks(id) {
      await unit.loadSubtasks([id]);
      const ids = new Set([...known.rows.keys(), ...own.keys()]);
      const rows = [...ids].flatMap((other) => rowOf(other) ?? []);
      return rows.filter(({ parentId }) => parentId === id).sort((a, b) => a.id - b.id);
    },
    set(id, fields) {
      const row = rowOf(id);
      if (!row) throw new Error('a task was changed that was not loaded');
      const next = { ...row, ...fields };
      if (!isSame(row, next)) changed.add(id);
      own.set(id, next);
      return next;
    },
    async add(wanted) {
      const first = await numbers(wanted.length);
      const pause = createPauses();
      const added: TaskRow[] = [];
      for (const [index, fields] of wanted.entries()) {
        const row = { ...EMPTY, createdAt: moment, updatedAt: moment, ...fields, id: first + index };
        own.set(row.id, row);
        changed.add(row.id);
        known.asked.add(row.id);
        added.push(row);
        await pause();
      }
      return added;
    },
    noteAs(seen) {
      noted = seen;
    },
  };

  return {
    unit,
    action: () => noted,
    row: rowOf,
    touched: () =>
      [...changed].flatMap((id) => {
        const after = own.get(id);
        return after ? [{ before: known.rows.get(id) ?? null, after }] : [];
      }),
  };
}

const EMPTY = {
  description: '',
  completed: false,
  priority: 'medium',
  dueDate: null,
  dueAt: null,
  tags: [],
  recurrence: null,
  nextId: null,
  recursAt: null,
  parentId: null,
  deletedAt: null,
} satisfies TaskFields;

function isSame(a: TaskRow, b: TaskRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
