import type { Task } from '../../api-client/types.ts';
import type { Change, Restoring } from './change.ts';

/** The list with a task that was in the trash. */
export function applyRestore(tasks: readonly Task[], { id, task }: Change<Restoring>): Task[] {
  return tasks.some((one) => one.id === id) ? [...tasks] : [...tasks, task];
}
