import type { Task } from '../../api-client/types.ts';
import type { Change, Removing } from './change.ts';

/** The list without a task and its parts. */
export function applyRemove(tasks: readonly Task[], { id }: Change<Removing>): Task[] {
  return tasks.filter((task) => task.id !== id && task.parent_id !== id);
}
