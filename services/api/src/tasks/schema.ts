/** @module What a task is: one schema validates requests, types the code and describes routes and tools. */
import { z } from '@hono/zod-openapi';

const TITLE_LENGTH = 200;
const DESCRIPTION_LENGTH = 2000;
const TAG_LENGTH = 50;
const TAGS_PER_TASK = 20;
export const PAGE_SIZE = 100;
export const LARGEST_PAGE = 500;

/** Task numbers are Postgres integers: larger ones cannot exist. */
export const LARGEST_ID = 2_147_483_647;

/** Trimmed text of `minimum` to `maximum` characters (code points, so an emoji counts as one or few). */
function text(minimum: number, maximum: number) {
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      if (value.includes('\0')) return refuse('must not contain the NUL character');
      if (!value.isWellFormed()) return refuse('must be well-formed Unicode (it holds a lone surrogate)');
      const length = [...value].length;
      if (length < minimum) return refuse('must not be empty');
      if (length > maximum) return refuse(`must have at most ${maximum} characters (it has ${length})`);
    })
    .openapi({ minLength: minimum, maxLength: maximum });
}

const priority = z.enum(['low', 'medium', 'high'], { error: 'must be low, medium or high' });

const dueDate = z.iso
  .date({ error: 'must be a calendar day written YYYY-MM-DD' })
  .refine((day) => day >= '0001-01-01', { error: 'must be a day from year 1 on' })
  .openapi({ description: 'The day it is due; excludes due_at', example: '2030-01-31' });

const dueAt = z.iso
  .datetime({ offset: true, error: 'must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z' })
  .refine((moment) => /^(?!0000)\d{4}-/.test(utc(moment)), { error: 'must lie in the years 1 to 9999' })
  .overwrite(utc)
  .openapi({ description: 'The moment it is due; excludes due_date', example: '2030-01-31T18:00:00.000Z' });

function utc(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

const tags = z
  .array(text(1, TAG_LENGTH))
  .overwrite((values) => [...new Set(values)])
  .refine((values) => values.length <= TAGS_PER_TASK, { error: `must hold at most ${TAGS_PER_TASK} tags` })
  .openapi({ maxItems: TAGS_PER_TASK, example: ['home'] });

export const taskSchema = z
  .object({
    id: z.int().min(1).openapi({ description: 'Numbered per user from 1', example: 3 }),
    title: z.string().openapi({ example: 'Buy groceries' }),
    description: z.string(),
    completed: z.boolean(),
    priority: z.enum(['low', 'medium', 'high']),
    due_date: z.iso.date().nullable(),
    due_at: z.iso.datetime({ offset: true }).nullable(),
    tags: z.array(z.string()),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi('Task');

const fields = {
  title: text(1, TITLE_LENGTH).openapi({ description: 'What is to be done', example: 'Buy groceries' }),
  description: text(0, DESCRIPTION_LENGTH).optional(),
  priority: priority.optional(),
  due_date: dueDate.nullish(),
  due_at: dueAt.nullish(),
  tags: tags.optional(),
};

const oneDue = (value: { due_date?: string | null | undefined; due_at?: string | null | undefined }) =>
  !(value.due_date && value.due_at);
const oneDueError = { error: 'give due_date or due_at, not both', path: ['due_at'] };

export const newTaskSchema = z.object(fields).refine(oneDue, oneDueError).openapi('NewTask');

export const taskReplacementSchema = z
  .object({ ...fields, completed: z.boolean().optional() })
  .refine(oneDue, oneDueError)
  .openapi('TaskReplacement');

export const taskChangesSchema = z
  .object({ ...fields, title: fields.title.optional(), completed: z.boolean().optional() })
  .refine(oneDue, oneDueError)
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    error: 'give at least one field to change',
  })
  .openapi('TaskChanges');

export const TASK_SORTS = [
  'id',
  '-id',
  'created_at',
  '-created_at',
  'updated_at',
  '-updated_at',
  'title',
  '-title',
  'due',
  '-due',
  'priority',
  '-priority',
] as const;

/** An empty query parameter (`?q=`) means the same as an absent one. */
const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

export const taskFilterSchema = z.object({
  status: blankIsAbsent(
    z
      .enum(['all', 'pending', 'completed', 'trashed'], {
        error: 'must be all, pending, completed or trashed',
      })
      .optional(),
  ),
  q: blankIsAbsent(
    text(0, TITLE_LENGTH).optional().openapi({ description: 'Words in the title, description or tags' }),
  ),
  priority: blankIsAbsent(priority.optional()),
  tag: blankIsAbsent(text(1, TAG_LENGTH).optional()),
  sort: blankIsAbsent(z.enum(TASK_SORTS, { error: `must be one of ${TASK_SORTS.join(', ')}` }).optional()),
  cursor: blankIsAbsent(
    z.string().max(2000).optional().openapi({ description: 'From the Link header of the page before' }),
  ),
  limit: blankIsAbsent(
    z.coerce
      .number({ error: 'must be a whole number' })
      .int({ error: 'must be a whole number' })
      .min(1, { error: 'must be at least 1' })
      .max(LARGEST_PAGE, { error: `must be at most ${LARGEST_PAGE}` })
      .optional()
      .openapi({ type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: PAGE_SIZE }),
  ),
});

export type Task = z.infer<typeof taskSchema>;
export type NewTask = z.infer<typeof newTaskSchema>;
export type TaskReplacement = z.infer<typeof taskReplacementSchema>;
export type TaskChanges = z.infer<typeof taskChangesSchema>;
export type TaskFilter = Partial<z.infer<typeof taskFilterSchema>>;
export type TaskSort = (typeof TASK_SORTS)[number];
