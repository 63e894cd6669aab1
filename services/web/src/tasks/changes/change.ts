import type { Body } from '../../api-client/contract.ts';
import type { Task } from '../../api-client/types.ts';

/** What a task is made from. */
export type NewTask = Pick<Task, 'title'> &
  Partial<Omit<Task, 'id' | 'completed' | 'created_at' | 'updated_at'>>;

/** The fields of a task that are edited. */
export type TaskEdit = Omit<Body<'patch', '/api/{user_id}/tasks/{id}'>, 'completed'>;

/** What is done to several tasks with one request. */
export type BulkChange = Omit<Body<'post', '/api/{user_id}/tasks/bulk'>, 'ids'>;

export interface Adding {
  kind: 'add';
  fields: NewTask;
  /** The number it is shown under until the api has given it its own. */
  draft: number;
  /** The highest number that was known: what the list has beyond it may be this task, of which only the answer is late. */
  newest: number;
}

export interface Editing {
  kind: 'edit';
  id: number;
  title: string;
  changes: TaskEdit;
  /** The same fields as they were before, one's own earlier changes included. */
  seen: Partial<Task>;
}

export interface Completing {
  kind: 'complete';
  id: number;
  title: string;
  completed: boolean;
}

export interface Removing {
  kind: 'remove';
  id: number;
  task: Task;
}

export interface Restoring {
  kind: 'restore';
  id: number;
  task: Task;
}

export interface BulkChanging {
  kind: 'bulk';
  ids: number[];
  change: BulkChange;
}

/** What a person did to tasks. */
export type Deed = Adding | Editing | Completing | Removing | Restoring | BulkChanging;

/** A deed of which the api's answer is awaited: plain data, which can be kept and sent again. */
export type Change<D extends Deed = Deed> = D & {
  /** Makes sending it again harmless. */
  key: string;
  /** When it was done. */
  at: string;
  /** The tab in which it was done. */
  by: string;
};

/** Why the api did not do it. */
export interface Failure {
  status: number;
  message: string;
  kind?: string | undefined;
  /** The task as somebody else has changed it at the same time. */
  theirs?: Task;
}

/** What became of a change: the tasks as the api has them then, or why it was refused. */
export type Outcome = { tasks: Task[]; failure?: undefined } | { failure: Failure };
