import type { Task } from '../../api-client/types.ts';
import type { BulkChanging, Change } from './change.ts';
import { afterEdit } from './edit.ts';

/** The list as a change to several tasks will leave it. */
export function applyBulk(tasks: readonly Task[], { ids, change, at }: Change<BulkChanging>): Task[] {
  const { action, changes, add_tags = [], remove_tags = [] } = change;
  const chosen = new Set(ids);
  if (action === 'delete')
    return tasks.filter(({ id, parent_id }) => !chosen.has(id) && !chosen.has(parent_id ?? 0));
  return tasks.map((task) => {
    if (!chosen.has(task.id)) return task;
    if (action !== 'change') return { ...task, completed: action === 'complete', updated_at: at };
    const tags = [...new Set([...task.tags, ...add_tags])].filter((tag) => !remove_tags.includes(tag));
    return { ...task, ...afterEdit(changes ?? {}), tags, updated_at: at };
  });
}
