/** @module The tool `delete_task`. */
import { z } from '@hono/zod-openapi';
import { defineTool, taskIdField, taskResult, userIdField } from '../tool.ts';

export const deleteTask = defineTool({
  name: 'delete_task',
  title: 'Delete a task',
  description: 'Moves a task to the trash, its subtasks with it; for 30 days restore_task brings them back.',
  input: z.strictObject({ task_id: taskIdField, user_id: userIdField }),
  output: taskResult(['deleted']),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey }, { task_id }) {
    const task = await tasks.remove(userId, task_id, { idempotencyKey });
    return { task_id: task.id, status: 'deleted' as const, title: task.title };
  },
});
