import type { Task } from '../../api-client/types.ts';
import type { Change, Completing } from './change.ts';

/** The list with a task done, and with it what is open of its parts; or with it open again. */
export function applyComplete(tasks: readonly Task[], { id, completed, at }: Change<Completing>): Task[] {
  return tasks.map((task) => {
    if (task.id === id) return { ...task, completed, updated_at: at };
    return completed && task.parent_id === id && !task.completed ? { ...task, completed } : task;
  });
}
