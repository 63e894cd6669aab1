import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '../api-client/types.ts';

/** @module The tasks as the api said them last. What a person did since is laid over it (changes/overlay.ts). */

/** Where a person's tasks are in the query cache. */
export function tasksKey(userId: string) {
  return ['tasks', userId] as const;
}

/** Where a person's trash is. */
export function trashKey(userId: string) {
  return ['trash', userId] as const;
}

/** The list with this task in it, in the place of its former self; what is known already may be newer. */
export function withTask(tasks: readonly Task[], task: Task): Task[] {
  const before = tasks.find(({ id }) => id === task.id);
  return [...withoutTask(tasks, task.id), newerOf(before, task)];
}

/** Of two states of a task the one that came later. */
export function newerOf(before: Task | undefined, task: Task): Task {
  return before && Date.parse(before.updated_at) > Date.parse(task.updated_at) ? before : task;
}

/** The list without a task. */
export function withoutTask(tasks: readonly Task[], id: number): Task[] {
  return tasks.filter((task) => task.id !== id);
}

/** Takes in what the api has said; nothing happens before the list was loaded. */
export function changeTasks(queries: QueryClient, userId: string, change: (tasks: Task[]) => Task[]): void {
  queries.setQueryData<Task[]>(tasksKey(userId), (tasks) => tasks && change(tasks));
}

/** Reasons to ask for a list come in bursts: the first is followed at once, the others together when they pause. */
const PAUSE_MILLISECONDS = 100;

const pauses = new WeakMap<QueryClient, ReturnType<typeof setTimeout>>();

/** Asks for the list anew, also where one is on its way, which may have been read too early. */
export function reloadTasks(queries: QueryClient, userId: string): void {
  const reload = async () => {
    const queryKey = tasksKey(userId);
    await queries.cancelQueries({ queryKey });
    await queries.invalidateQueries({ queryKey });
  };
  const isBurst = pauses.has(queries);
  clearTimeout(pauses.get(queries));
  const pause = setTimeout(() => {
    pauses.delete(queries);
    if (isBurst) void reload();
  }, PAUSE_MILLISECONDS);
  pauses.set(queries, pause);
  if (!isBurst) void reload();
}
