/** @module The one way to a user's tasks: routes, chat and MCP tools all come through here. */
import type { NewTask, Task, TaskChanges, TaskFilter, TaskReplacement } from './schema.ts';

/** The same key with the same request answers as the first time, and does nothing again. */
export interface Idempotent {
  idempotencyKey?: string | undefined;
}

/** The caller's ETag of the task: a change is refused (412) when the task has moved on. */
export interface Guarded {
  ifMatch?: string | undefined;
}

export interface TaskPage {
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
