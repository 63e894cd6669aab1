/** @module The tool `update_task`. */
import { z } from '@hono/zod-openapi';
import type { Task, TaskChanges } from '../../tasks/schema.ts';
import { defineTool, oneDue, taskFields, taskIdField, taskResult, userIdField } from '../tool.ts';

const { title, ...otherFields } = taskFields;
const fields = { title: title.optional(), ...otherFields };
const names = Object.keys(fields) as (keyof typeof fields)[];

/** What the changed fields were, in the shape that takes the change back. */
function previousOf(task: Task, changes: TaskChanges): Partial<Task> {
  const previous = Object.fromEntries(
    names.filter((name) => changes[name] !== undefined).map((name) => [name, task[name]]),
  );
  // A day and a moment exclude each other, so setting one may have cleared the other; a rule may have brought a day.
  if ('due_date' in previous || 'due_at' in previous || 'recurrence' in previous) {
    if (task.due_at) return { ...previous, due_at: task.due_at, due_date: null };
    return { ...previous, due_date: task.due_date, due_at: null };
  }
  return previous;
}

export const updateTask = defineTool({
  name: 'update_task',
  title: 'Change a task',
  description:
    'Changes the given fields of a task and leaves the others as they are. null clears due_date, due_at, recurrence or parent_id. For done or not done use complete_task.',
  input: z
    .strictObject({ task_id: taskIdField, ...fields, user_id: userIdField })
    .refine(oneDue.check, oneDue.error)
    .refine((args) => names.some((name) => args[name] !== undefined), {
      error: `give at least one of ${names.join(', ')}`,
    }),
  output: taskResult(['updated']).extend({
    previous: z
      .object({
        title: z.string(),
        description: z.string(),
        priority: z.enum(['low', 'medium', 'high']),
        due_date: z.string().nullable(),
        due_at: z.string().nullable(),
        tags: z.array(z.string()),
        recurrence: z.string().nullable(),
        parent_id: z.int().nullable(),
      })
      .partial()
      .describe('What the changed fields were before: pass them to update_task to undo'),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ userId, tasks, idempotencyKey, zone }, { task_id, user_id: _caller, ...changes }) {
    const options = { idempotencyKey, timeZone: zone };
    const { before, task } = await tasks.changeWithBefore(userId, task_id, changes, options);
    return {
      task_id: task.id,
      status: 'updated' as const,
      title: task.title,
      previous: previousOf(before, changes),
    };
  },
});
