/** @module The one way to a user's tasks: routes, chat and MCP tools all come through here. */
import { nextNumber } from '../database/counters.ts';
import { asUser, type Database, type Transaction } from '../database/database.ts';
import { postgresCode } from '../database/errors.ts';
import { once } from '../database/once.ts';
import type { EventService, UserEvent } from '../events/events.ts';
import { TaskNotFound } from '../http/problem.ts';
import { encodeCursor, notACursor } from './cursor.ts';
import { checkIfMatch } from './etag.ts';
import {
  LARGEST_ID,
  type NewTask,
  PAGE_SIZE,
  type Task,
  type TaskChanges,
  type TaskFilter,
  type TaskReplacement,
} from './schema.ts';
import { findTask, insertTask, listTasks, type StoredTask, type TaskFields, updateTask } from './store.ts';

/** The same key with the same request answers as the first time, and does nothing again. */
interface Idempotent {
  idempotencyKey?: string | undefined;
}

/** The caller's ETag of the task: a change is refused (412) when the task has moved on. */
interface Guarded {
  ifMatch?: string | undefined;
}

interface TaskPage {
  tasks: Task[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface TaskService {
  list(userId: string, filter: TaskFilter): Promise<TaskPage>;
  /** Throws TaskNotFound, as all below do. */
  get(userId: string, id: number): Promise<Task>;
  create(userId: string, input: NewTask, options?: Idempotent): Promise<Task>;
  replace(userId: string, id: number, input: TaskReplacement, options?: Guarded): Promise<Task>;
  change(userId: string, id: number, changes: TaskChanges, options?: Guarded & Idempotent): Promise<Task>;
  /** Without `completed` it toggles. */
  complete(userId: string, id: number, completed?: boolean, options?: Idempotent): Promise<Task>;
  /** To the trash, where it stays for 30 days. */
  remove(userId: string, id: number, options?: Guarded & Idempotent): Promise<Task>;
  /** Back from the trash; a task that is not there is left as it is. */
  restore(userId: string, id: number, options?: Idempotent): Promise<Task>;
}

/** Every change and its event are one transaction, as the user. */
export function createTaskService(database: Database, events: EventService): TaskService {
  /** Locks the task, applies what `decide` says, and publishes it. */
  function update(
    userId: string,
    id: number,
    request: unknown,
    { ifMatch, idempotencyKey }: Guarded & Idempotent,
    decide: (
      current: StoredTask,
    ) => { fields: TaskFields; event: UserEvent['type'] & `task.${string}` } | null,
  ): Promise<Task> {
    return asUser(database, userId, (tx) =>
      once(tx, userId, idempotencyKey, { id, request }, async () => {
        const current = await locked(tx, userId, id);
        const change = decide(current);
        checkIfMatch(ifMatch, current.task);
        if (!change) return current.task;
        const task = await updateTask(tx, userId, id, change.fields);
        await events.publish(tx, userId, { type: change.event, task });
        return task;
      }),
    );
  }

  return {
    async list(userId, filter) {
      const { sort = 'id', limit = PAGE_SIZE } = filter;
      try {
        const page = await asUser(database, userId, (tx) => listTasks(tx, userId, filter, sort, limit));
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
      return presentTask(found, id).task;
    },

    create: (userId, input, { idempotencyKey } = {}) =>
      asUser(database, userId, (tx) =>
        once(tx, userId, idempotencyKey, { create: input }, async () => {
          const id = await nextNumber(tx, userId, 'tasks');
          const task = await insertTask(tx, userId, id, { ...fieldsOf(input), title: input.title });
          await events.publish(tx, userId, { type: 'task.created', task });
          return task;
        }),
      ),

    replace: (userId, id, input, options = {}) =>
      update(userId, id, { replace: input }, options, (current) => {
        const { completed } = inPlace(current, id);
        return { fields: { ...EMPTY, completed, ...fieldsOf(input) }, event: 'task.updated' };
      }),

    change: (userId, id, changes, options = {}) =>
      update(userId, id, { change: changes }, options, (current) => {
        inPlace(current, id);
        return { fields: fieldsOf(changes), event: 'task.updated' };
      }),

    complete: (userId, id, completed, options = {}) =>
      update(userId, id, { complete: completed ?? null }, options, (current) => {
        const task = inPlace(current, id);
        return { fields: { completed: completed ?? !task.completed }, event: 'task.updated' };
      }),

    remove: (userId, id, options = {}) =>
      update(userId, id, 'remove', options, (current) => {
        inPlace(current, id);
        return { fields: { deletedAt: new Date() }, event: 'task.deleted' };
      }),

    restore: (userId, id, options = {}) =>
      update(userId, id, 'restore', options, ({ trashed }) =>
        trashed ? { fields: { deletedAt: null }, event: 'task.restored' } : null,
      ),
  };
}

const EMPTY = {
  description: '',
  priority: 'medium',
  dueDate: null,
  dueAt: null,
  tags: [],
} satisfies TaskFields;

/** Only what was given; the one due field clears the other. */
function fieldsOf(input: TaskChanges): TaskFields {
  const { title, description, priority, tags, completed, due_date, due_at } = input;
  const fields: TaskFields = {};
  if (title !== undefined) fields.title = title;
  if (description !== undefined) fields.description = description;
  if (priority !== undefined) fields.priority = priority;
  if (tags !== undefined) fields.tags = tags;
  if (completed !== undefined) fields.completed = completed;
  if (due_date !== undefined) fields.dueDate = due_date;
  if (due_at !== undefined) fields.dueAt = due_at === null ? null : new Date(due_at);
  if (due_date) fields.dueAt = null;
  if (due_at) fields.dueDate = null;
  return fields;
}

async function locked(tx: Transaction, userId: string, id: number): Promise<StoredTask> {
  if (id > LARGEST_ID) throw new TaskNotFound(id);
  return presentTask(await findTask(tx, userId, id, { lock: true }), id, { trashed: true });
}

function presentTask(found: StoredTask | undefined, id: number, { trashed = false } = {}): StoredTask {
  if (!found || (found.trashed && !trashed)) throw new TaskNotFound(id);
  return found;
}

/** The task, unless it lies in the trash. */
function inPlace(current: StoredTask, id: number): Task {
  return presentTask(current, id).task;
}
