/** @module The tool `complete_task`. */
import { z } from '@hono/zod-openapi';
import { defineTool, taskIdField, taskResult, userIdField } from '../tool.ts';

export const completeTask = defineTool({
  name: 'complete_task',
  title: 'Complete or reopen a task',
  description:
    'Marks a task as done, its subtasks with it; with completed false it reopens one. Completing a recurring task makes the next one.',
  input: z.strictObject({
    task_id: taskIdField,
    completed: z.boolean().optional().describe('true (the default) for done, false to reopen'),
    user_id: userIdField,
  }),
  output: taskResult(['completed', 'pending']).extend({
    next: z
      .object({ task_id: z.int(), due_date: z.string().nullable(), due_at: z.string().nullable() })
      .optional()
      .describe('The task that was made to follow a recurring one, and when it is due'),
    subtasks: z.array(z.int()).optional().describe('The numbers of the subtasks that were completed with it'),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey, zone }, { task_id, completed = true }) {
    const { task, next, parts } = await tasks.complete(userId, task_id, completed, {
      idempotencyKey,
      timeZone: zone,
    });
    return {
      task_id: task.id,
      status: task.completed ? ('completed' as const) : ('pending' as const),
      title: task.title,
      ...(parts.length > 0 ? { subtasks: parts } : {}),
      ...(next ? { next: { task_id: next.id, due_date: next.due_date, due_at: next.due_at } } : {}),
    };
  },
});
