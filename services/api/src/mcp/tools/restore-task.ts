/** @module The tool `restore_task`. */
import { z } from '@hono/zod-openapi';
import { defineTool, taskIdField, taskResult, userIdField } from '../tool.ts';

export const restoreTask = defineTool({
  name: 'restore_task',
  title: 'Restore a deleted task',
  description:
    'Brings a deleted task back from the trash, as it was. list_tasks with status trashed shows what is there.',
  input: z.strictObject({ task_id: taskIdField, user_id: userIdField }),
  output: taskResult(['restored']),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey }, { task_id }) {
    const task = await tasks.restore(userId, task_id, { idempotencyKey });
    return { task_id: task.id, status: 'restored' as const, title: task.title };
  },
});
