/** @module What an MCP tool is, without any SDK: moving to another one changes `server.ts` alone. */
import { z } from '@hono/zod-openapi';
import { newTaskSchema } from '../tasks/schema.ts';
import type { TaskService } from '../tasks/service.ts';

/** Who calls, and what the tools work on. The user is always the token's. */
export interface ToolContext {
  userId: string;
  tasks: TaskService;
  /** The same key with the same arguments does its work once. */
  idempotencyKey?: string;
  /** The user's zone, where they are now; without it, that of the account. */
  zone?: () => Promise<string>;
}

interface ToolAnnotations {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  annotations: ToolAnnotations;
  run(context: ToolContext, args: z.output<Input>): Promise<z.input<Output>>;
}

/** Checks a definition's types and forgets them, so that tools of all shapes fit one list. */
export function defineTool<Input extends z.ZodType, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool {
  return tool;
}

export const userIdField = z
  .string()
  .optional()
  .describe("Not needed: the user is always the access token's. When given it must be that user's id.");

const wholeNumber = 'must be the number of a task, as list_tasks shows it';

export const taskIdField = z
  .int({ error: wholeNumber })
  .min(1, { error: wholeNumber })
  .describe('The number of the task, as list_tasks shows it');

const { title, description, priority, due_date, due_at, tags, recurrence, parent_id } = newTaskSchema.shape;

/** The fields of a task that an agent may set. */
export const taskFields = {
  title: title.describe('What is to be done, 1 to 200 characters'),
  description: description.describe('Details, up to 2,000 characters'),
  priority: priority.describe('low, medium or high; medium when left out'),
  due_date: due_date.describe('The day it is due, YYYY-MM-DD, when no time of day matters; excludes due_at'),
  due_at: due_at.describe(
    'The moment it is due, RFC 3339 with an offset, e.g. 2030-01-31T18:00:00Z; excludes due_date',
  ),
  tags: tags.describe('Short labels, without #'),
  recurrence: recurrence.describe(
    'How it recurs: an RFC 5545 RRULE value without DTSTART, e.g. FREQ=WEEKLY;BYDAY=MO for every Monday. Without a due date it is first due on the first such day from today on',
  ),
  parent_id: parent_id.describe(
    'The number of the task that this one is a part of: makes it a subtask. That task is no subtask itself',
  ),
};

/** Refuses a day and a moment together, in words. */
export const oneDue = {
  check: (value: { due_date?: string | null | undefined; due_at?: string | null | undefined }) =>
    !(value.due_date && value.due_at),
  error: { error: 'excludes due_date: give one of them, not both', path: ['due_at'] },
};

/** The result of every tool that changes one task. */
export function taskResult(status: readonly [string, ...string[]]) {
  return z.object({
    task_id: z.int().describe('The number of the task'),
    status: z.enum(status),
    title: z.string().describe('The title of the task now'),
  });
}
