/** @module The tool `add_task`. */
import { z } from '@hono/zod-openapi';
import { defineTool, oneDue, taskFields, taskResult, userIdField } from '../tool.ts';

export const addTask = defineTool({
  name: 'add_task',
  title: 'Add a task',
  description: 'Adds one task to the todo list. Call it once for each task.',
  input: z.strictObject({ ...taskFields, user_id: userIdField }).refine(oneDue.check, oneDue.error),
  output: taskResult(['created']),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey, zone }, { user_id: _caller, ...input }) {
    const task = await tasks.create(userId, input, { idempotencyKey, timeZone: zone });
    return { task_id: task.id, status: 'created' as const, title: task.title };
  },
});
