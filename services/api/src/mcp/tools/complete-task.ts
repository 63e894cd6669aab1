/** @module The tool `complete_task`. */
import { z } from '@hono/zod-openapi';
import { defineTool, taskIdField, taskResult, userIdField } from '../tool.ts';

export const completeTask = defineTool({
  name: 'complete_task',
  title: 'Complete or reopen a task',
  description: 'Marks a task as done; with completed false it reopens one.',
  input: z.strictObject({
    task_id: taskIdField,
    completed: z.boolean().optional().describe('true (the default) for done, false to reopen'),
    user_id: userIdField,
  }),
  output: taskResult(['completed', 'pending']),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey }, { task_id, completed = true }) {
    const task = await tasks.complete(userId, task_id, completed, { idempotencyKey });
    return {
      task_id: task.id,
      status: task.completed ? ('completed' as const) : ('pending' as const),
      title: task.title,
    };
  },
});
