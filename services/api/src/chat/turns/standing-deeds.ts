/** @module What tools have changed and is still so: what has been taken back since, does not count. */
import { isDynamicToolUIPart, type UIMessage } from 'ai';
import type { Transaction } from '../../database/database.ts';
import type { Task } from '../../tasks/schema.ts';
import { findTask, toTask } from '../../tasks/store.ts';

/** Whether an answer has changed a task that is still as it left it. */
export async function hasStandingDeeds(
  tx: Transaction,
  userId: string,
  { parts }: UIMessage,
): Promise<boolean> {
  for (const part of parts) {
    if (!isDynamicToolUIPart(part) || part.state !== 'output-available') continue;
    const result = (part.output ?? {}) as Record<string, unknown>;
    if (typeof result.task_id !== 'number') continue;
    const row = await findTask(tx, userId, result.task_id);
    if (stands(result, row && toTask(row))) return true;
  }
  return false;
}

/** Whether a result still holds of its task, which is undefined when it is in the trash. */
export function stands(
  { status, previous }: Record<string, unknown>,
  task: Pick<Task, 'completed'> | undefined,
): boolean {
  if (status === 'deleted') return !task;
  if (!task) return false;
  if (status === 'completed') return task.completed;
  if (status === 'pending') return !task.completed;
  if (status === 'updated') {
    const now = task as unknown as Record<string, unknown>;
    const before = Object.entries((previous ?? {}) as Record<string, unknown>);
    return before.some(([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value));
  }
  return status === 'created' || status === 'restored';
}
