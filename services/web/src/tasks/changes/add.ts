import type { Task } from '../../api-client/types.ts';
import type { Adding, Change } from './change.ts';
import { draftTask } from './drafts.ts';

/** The list with the draft; where the list knows the task before its answer has come, that is the draft. */
export function applyAdd(tasks: readonly Task[], { fields, draft, newest, at }: Change<Adding>): Task[] {
  const title = fields.title.trim();
  const early = tasks.find(
    (task) => task.id > newest && task.title === title && task.parent_id === (fields.parent_id ?? null),
  );
  if (early) return tasks.map((task) => (task === early ? { ...task, id: draft } : task));
  return [...tasks, draftTask(fields, draft, at)];
}
