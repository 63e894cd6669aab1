/** @module The one way to a user's tasks: routes, chat and MCP tools all come through here. */
import { LARGEST_ID } from '../database/counters.ts';
import { asUser, type Database, within } from '../database/database.ts';
import { postgresCode } from '../database/errors.ts';
import { once } from '../database/once.ts';
import type { EventService } from '../events/events.ts';
import { TaskNotFound } from '../http/problem.ts';
import { type BulkChange, changeMany } from './bulk.ts';
import { encodeCursor, notACursor } from './cursor.ts';
import { checkIfMatch } from './etag.ts';
import { type Expected, joinChanges } from './joined-changes.ts';
import type { ChangeAction } from './journal.ts';
import { listTasks } from './list.ts';
import { changeTask, completeTask, createTask, deleteTask, replaceTask, restoreTask } from './operations.ts';
import { eachAlone, type RunChange } from './run-change.ts';
import {
  type NewTask,
  PAGE_SIZE,
  type Task,
  type TaskChanges,
  type TaskFilter,
  type TaskReplacement,
} from './schema.ts';
import { findTask, toTask } from './store.ts';
import { type Undone, type UndoRequest, undoLastChange } from './undo.ts';
import type { UnitOfWork } from './unit.ts';

/** The same key with the same request answers as the first time, and does nothing again. */
interface Idempotent {
  idempotencyKey?: string | undefined;
}

/** The caller's ETag of the task: a change is refused (412) when the task has moved on. */
interface Guarded {
  ifMatch?: string | undefined;
}

/** The caller's zone, in which days begin; without it, that of the account. */
interface Zoned {
  timeZone?: string | (() => Promise<string>) | undefined;
}

interface TaskPage {
  tasks: Task[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

/** A task that was completed or reopened, and the one that was made to follow it. */
interface Completion {
  task: Task;
  /** Null unless completing it made the next one of a recurring task, this time. */
  next: Task | null;
  /** The numbers of the subtasks that were completed with it, this time. */
  parts: number[];
}

export interface TaskService {
  list(userId: string, filter: TaskFilter): Promise<TaskPage>;
  /** Throws TaskNotFound, as all below do. */
  get(userId: string, id: number): Promise<Task>;
  create(userId: string, input: NewTask, options?: Idempotent & Zoned): Promise<Task>;
  replace(
    userId: string,
    id: number,
    input: TaskReplacement,
    options?: Guarded & Idempotent & Zoned,
  ): Promise<Task>;
  change(
    userId: string,
    id: number,
    changes: TaskChanges,
    options?: Guarded & Idempotent & Zoned,
  ): Promise<Task>;
  /** The same, and the task as it was just before: also when the change was made under this key earlier. */
  changeWithBefore(
    userId: string,
    id: number,
    changes: TaskChanges,
    options?: Idempotent & Zoned,
  ): Promise<{ before: Task; task: Task }>;
  /** Without `completed` it toggles. Completing a recurring task makes the next one. */
  complete(
    userId: string,
    id: number,
    completed?: boolean,
    options?: Guarded & Idempotent & Zoned,
  ): Promise<Completion>;
  /** To the trash, where it stays for 30 days; its subtasks go with it. */
  remove(userId: string, id: number, options?: Guarded & Idempotent): Promise<Task>;
  /** Back from the trash; a task that is not there is left as it is. */
  restore(userId: string, id: number, options?: Guarded & Idempotent): Promise<Task>;
  /** The same to many tasks, in the order of their numbers as given: all of them, or none. */
  bulk(userId: string, change: BulkChange, options?: Idempotent & Zoned): Promise<Task[]>;
  /** Takes the last change of the last day back. */
  undo(userId: string, request: UndoRequest, options?: Idempotent): Promise<Undone>;
  /**
   * One transaction for all that `work` does with these tasks, one after the other; what fails of it leaves nothing of
   * itself. `work` waits for no other connection: whatever zones it needs are known before.
   */
  together<T>(userId: string, expected: Expected, work: (tasks: TaskService) => Promise<T>): Promise<T>;
}

/** Every change, its events and its note for undo are one transaction, as the user. */
export function createTaskService(
  database: Database,
  events: EventService,
  zoneOf: (userId: string) => Promise<string>,
  run: RunChange = eachAlone(database, events),
): TaskService {
  /** Asked before the transaction, which must not wait for another connection. */
  async function zone(userId: string, { timeZone }: Zoned): Promise<string> {
    if (typeof timeZone === 'string') return timeZone;
    return timeZone ? await timeZone() : await zoneOf(userId);
  }

  /** One change to one task, once for each key; answers what `answer` makes of before, after and what was added. */
  async function update<T>(
    userId: string,
    id: number,
    action: ChangeAction,
    request: unknown,
    { ifMatch, idempotencyKey, timeZone = 'UTC' }: Guarded & Idempotent & { timeZone?: string },
    work: (unit: UnitOfWork) => Promise<void>,
    answer: (before: Task, task: Task, added: Task | null, others: number[]) => T,
  ): Promise<T> {
    if (id > LARGEST_ID) throw new TaskNotFound(id);
    let before: Task | undefined;
    return await run(
      { userId, key: idempotencyKey, request: { id, request }, action, timeZone },
      async (unit) => {
        const [row] = action === 'restore' ? await unit.load([id]) : [await unit.live(id)];
        if (!row) throw new TaskNotFound(id);
        before = toTask(row);
        checkIfMatch(ifMatch, before);
        await work(unit);
      },
      (outcome) => {
        const task = toTask(outcome.task(id));
        const added = outcome.touched.find((touched) => touched.before === null)?.after;
        const others = outcome.touched.filter((touched) => touched.before && touched.after.id !== id);
        return answer(
          before ?? task,
          task,
          added ? toTask(added) : null,
          others.map(({ after }) => after.id),
        );
      },
    );
  }

  const theTask = (_: Task, task: Task) => task;
  const mayRecur = ({ recurrence, completed, due_date, due_at }: TaskChanges) =>
    Boolean(recurrence) || completed !== undefined || due_date !== undefined || due_at !== undefined;

  async function changeAnswering<T>(
    userId: string,
    id: number,
    changes: TaskChanges,
    request: unknown,
    options: Guarded & Idempotent & Zoned,
    answer: (before: Task, task: Task) => T,
  ): Promise<T> {
    const timeZone = mayRecur(changes) ? await zone(userId, options) : 'UTC';
    const work = (unit: UnitOfWork) => changeTask(unit, id, changes);
    return await update(userId, id, 'change', request, { ...options, timeZone }, work, answer);
  }

  return {
    async list(userId, filter) {
      const { sort = 'id', limit = PAGE_SIZE } = filter;
      try {
        const page = await listTasks(database, userId, filter, sort, limit);
        return { tasks: page.tasks, ...(page.next ? { next: encodeCursor(sort, page.next) } : {}) };
      } catch (error) {
        // Data exceptions (class 22): a cursor that was made up, since all else has been checked.
        if (filter.cursor !== undefined && postgresCode(error)?.startsWith('22')) throw notACursor();
        throw error;
      }
    },

    async get(userId, id) {
      if (id > LARGEST_ID) throw new TaskNotFound(id);
      const found = await asUser(database, userId, (tx) => findTask(tx, userId, id));
      if (!found) throw new TaskNotFound(id);
      return toTask(found);
    },

    async create(userId, input, { idempotencyKey, ...zoned } = {}) {
      const timeZone = input.recurrence ? await zone(userId, zoned) : 'UTC';
      let id = 0;
      return await run(
        { userId, key: idempotencyKey, request: { create: input }, action: 'create', timeZone, adding: 1 },
        async (unit) => {
          ({ id } = await createTask(unit, input));
        },
        (outcome) => toTask(outcome.task(id)),
      );
    },

    async replace(userId, id, input, options = {}) {
      const timeZone = await zone(userId, options);
      const work = (unit: UnitOfWork) => replaceTask(unit, id, input);
      return await update(userId, id, 'change', { replace: input }, { ...options, timeZone }, work, theTask);
    },

    change: (userId, id, changes, options = {}) =>
      changeAnswering(userId, id, changes, { change: changes }, options, theTask),

    changeWithBefore: (userId, id, changes, options = {}) =>
      changeAnswering(userId, id, changes, { changeWithBefore: changes }, options, (before, task) => ({
        before,
        task,
      })),

    async complete(userId, id, completed, options = {}) {
      const timeZone = completed === false ? 'UTC' : await zone(userId, options);
      // Kept under the key as processes of the version before understand it: a task, and more.
      const { next, parts, ...task } = await update(
        userId,
        id,
        'complete',
        { complete: completed ?? null },
        { ...options, timeZone },
        async (unit) => {
          await completeTask(unit, id, completed);
          if (!(await unit.live(id)).completed) unit.noteAs('reopen');
        },
        (_, task, next, others): Task & { next?: Task | null; parts?: number[] } => ({
          ...task,
          next,
          parts: task.completed ? others : [],
        }),
      );
      return { task, next: next ?? null, parts: parts ?? [] };
    },

    remove: (userId, id, options = {}) =>
      update(userId, id, 'delete', 'remove', options, (unit) => deleteTask(unit, id), theTask),

    restore: (userId, id, options = {}) =>
      update(userId, id, 'restore', 'restore', options, (unit) => restoreTask(unit, id), theTask),

    async bulk(userId, change, { idempotencyKey, ...zoned } = {}) {
      const timeZone = await zone(userId, zoned);
      return await run(
        { userId, key: idempotencyKey, request: { bulk: change }, action: change.action, timeZone },
        (unit) => changeMany(unit, change),
        (outcome) => change.ids.map((id) => toTask(outcome.task(id))),
      );
    },

    undo: (userId, request, { idempotencyKey } = {}) =>
      asUser(database, userId, (tx) =>
        once(tx, userId, idempotencyKey, { undo: request }, () =>
          undoLastChange(tx, events, userId, request),
        ),
      ),

    together: (userId, expected, work) =>
      asUser(database, userId, async (tx) => {
        const joined = joinChanges(tx, events, userId, expected);
        const inside = within(database, tx, joined.flush);
        const result = await work(createTaskService(inside, events, zoneOf, joined.run));
        await joined.end();
        return result;
      }),
  };
}
