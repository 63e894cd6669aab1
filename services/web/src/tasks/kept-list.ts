import type { Task } from '../api-client/types.ts';
import { readStored, writeStored } from '../browser/stored-text.ts';
import { byCode } from '../i18n/by-code.ts';

/** @module The list as the api said it last, kept on this device to be read where there is no network. */

/** More than that is not kept: a browser gives a page a few megabytes. */
const MOST_KEPT = 2000;

const nameOf = (userId: string) => `tasks:${userId}:list`;

/** Keeps the list; of a very long one what is open, and what was changed last. */
export function keepList(userId: string, tasks: readonly Task[]): void {
  const kept =
    tasks.length <= MOST_KEPT
      ? tasks
      : [...tasks]
          .sort((a, b) => Number(a.completed) - Number(b.completed) || byCode(b.updated_at, a.updated_at))
          .slice(0, MOST_KEPT);
  writeStored(nameOf(userId), JSON.stringify(kept));
}

/** The list as it was kept last. */
export function keptList(userId: string): Task[] | undefined {
  try {
    const tasks: unknown = JSON.parse(readStored(nameOf(userId)) ?? 'null');
    return Array.isArray(tasks) ? (tasks as Task[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a list with something in it is kept. */
export function hasKeptTasks(userId: string): boolean {
  return (readStored(nameOf(userId)) ?? '').length > '[]'.length;
}

/** Forgets the list. */
export function forgetList(userId: string): void {
  writeStored(nameOf(userId), '');
}
