import type { Task } from '../api-client/types.ts';
import { isSameValue } from '../tasks/changes/same-value.ts';
import { fieldsOf, type ToolCall } from './tool-call.ts';

/** Whether what a call did can be taken back. */
export function isReversible({ change, previous }: ToolCall): boolean {
  return change !== undefined && (change !== 'updated' || Object.keys(previous).length > 0);
}

/** How changes stand that are told together; nothing where none of them can be taken back. */
export function standingOfAll(calls: readonly ToolCall[], tasks: readonly Task[]) {
  const all = new Set(calls.filter(isReversible).map((call) => standingOf(call, tasks)));
  return (['stands', 'overtaken', 'undone'] as const).find((standing) => all.has(standing));
}

/**
 * How a change stands. A task that went on since can still be taken back from the list, but not to what it was before:
 * that would take back what was done after it.
 */
export function standingOf(
  { change, taskId, previous, input }: ToolCall,
  tasks: readonly Task[],
): 'stands' | 'undone' | 'overtaken' {
  const task = tasks.find(({ id }) => id === taskId);
  if (change === 'deleted') return task ? 'undone' : 'stands';
  if (change === 'created' || change === 'restored') return task ? 'stands' : 'undone';
  if (!task) return 'overtaken';
  if (change === 'completed') return task.completed ? 'stands' : 'undone';
  if (change === 'pending') return task.completed ? 'undone' : 'stands';
  const now = fieldsOf(task);
  const given = fieldsOf(input);
  const names = Object.keys(previous);
  const has = (values: Record<string, unknown>) =>
    names.every((name) => !(name in values) || isSameValue(name, now[name], values[name]));
  if (has(previous)) return 'undone';
  return has(given) ? 'stands' : 'overtaken';
}
