import type { Task } from '../../api-client/types.ts';
import { newerOf } from '../task-cache.ts';
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';

let latest: { tasks: readonly Task[]; changes: readonly Change[]; shown: Task[] } | undefined;

/** The list as a person sees it: what the api said last, and laid over it what it has not answered yet. */
export function shownTasks(tasks: Task[], changes: readonly Change[]): Task[] {
  if (changes.length === 0) return tasks;
  // Several parts of the page ask for the same.
  if (latest?.tasks !== tasks || latest.changes !== changes) {
    latest = { tasks, changes, shown: changes.reduce(applyChange, tasks) };
  }
  return latest.shown;
}

/** What the api is known to have after it has done a change: its answer, unless something newer was heard meanwhile. */
export function afterAnswer(tasks: Task[], change: Change, answer: readonly Task[]): Task[] {
  const heard = new Map(tasks.map((task) => [task.id, task]));
  const told = new Map(answer.map((task) => [task.id, newerOf(heard.get(task.id), task)]));
  const others = change.kind === 'add' ? tasks : applyChange(tasks, change);
  return [...others.filter(({ id }) => !told.has(id)), ...told.values()];
}
