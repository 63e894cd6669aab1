/** @module What a task is: one schema validates requests, types the code and describes routes and tools. */
import { z } from '@hono/zod-openapi';
import { LARGEST_ID } from '../database/counters.ts';
import { blankIsAbsent, fromDigits, pageFields } from '../http/page-query.ts';
import { textField as text } from '../http/text-field.ts';
import { recurrenceSchema } from './recurrence.ts';

const TITLE_LENGTH = 200;
const DESCRIPTION_LENGTH = 2000;
const TAG_LENGTH = 50;
export const TAGS_PER_TASK = 20;
export const PAGE_SIZE = 100;
export const LARGEST_PAGE = 500;

const priority = z.enum(['low', 'medium', 'high'], { error: 'must be low, medium or high' });

const dueDate = z.iso
  .date({ error: 'must be a calendar day written YYYY-MM-DD' })
  .refine((day) => day >= '0001-01-01', { error: 'must be a day from year 1 on' })
  .openapi({ description: 'The day it is due; excludes due_at', example: '2030-01-31' });

const dueAt = z.iso
  .datetime({ offset: true, error: 'must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z' })
  .refine((moment) => /^(?!00)\d{4}-/.test(utc(moment)), { error: 'must lie in the years 100 to 9999' })
  .overwrite(utc)
  .openapi({
    description: 'The moment it is due; excludes due_date',
    pattern: '^(0[1-9]|[1-9]\\d)\\d{2}-',
    example: '2030-01-31T18:00:00.000Z',
  });

function utc(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

export const tagsSchema = z
  .array(text(1, TAG_LENGTH))
  .overwrite((values) => [...new Set(values)])
  .refine((values) => values.length <= TAGS_PER_TASK, { error: `must hold at most ${TAGS_PER_TASK} tags` })
  .openapi({ maxItems: TAGS_PER_TASK, example: ['home'] });

const notANumber = { error: 'must be the number of a task' };
export const taskNumberSchema = z.int(notANumber).min(1, notANumber).max(LARGEST_ID, notANumber);

const parentId = taskNumberSchema.openapi({
  description: 'The task that this one is a part of; that one is a part of none',
  example: 3,
});

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
    recurrence: z.string().nullable().openapi({
      description: 'How it recurs: an RRULE value of RFC 5545 without DTSTART',
      example: 'FREQ=WEEKLY;BYDAY=MO',
    }),
    parent_id: z.int().min(1).nullable().openapi({ description: 'The task that this one is a part of' }),
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
  tags: tagsSchema.optional(),
  recurrence: recurrenceSchema.nullish(),
  parent_id: parentId.nullish(),
};

const oneDue = (value: { due_date?: string | null | undefined; due_at?: string | null | undefined }) =>
  !(value.due_date && value.due_at);
const oneDueError = { error: 'give due_date or due_at, not both', path: ['due_at'] };
/** The same as JSON Schema says it. */
const notBothDues = {
  not: {
    required: ['due_date', 'due_at'],
    properties: { due_date: { type: 'string' as const }, due_at: { type: 'string' as const } },
  },
};

export const newTaskSchema = z.object(fields).refine(oneDue, oneDueError).openapi('NewTask', notBothDues);

export const taskReplacementSchema = z
  .object({ ...fields, completed: z.boolean().optional() })
  .refine(oneDue, oneDueError)
  .openapi('TaskReplacement', notBothDues);

export const changeFields = { ...fields, title: fields.title.optional(), completed: z.boolean().optional() };

export const taskChangesSchema = z
  .object(changeFields)
  .refine(oneDue, oneDueError)
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    error: 'give at least one field to change',
  })
  .openapi('TaskChanges', { ...notBothDues, minProperties: 1 });

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
  'relevance',
] as const;

export const taskFilterSchema = z.object({
  status: blankIsAbsent(
    z
      .enum(['all', 'pending', 'completed', 'trashed'], {
        error: 'must be all, pending, completed or trashed',
      })
      .optional(),
  ),
  q: blankIsAbsent(
    text(0, TITLE_LENGTH).optional().openapi({
      description:
        'Words in the title, description or tags, whatever their case and accents. When nothing holds them all, a word that none of the tasks holds is taken for those that are spelled almost so, in searches of ten words at the most',
    }),
  ),
  priority: blankIsAbsent(priority.optional()),
  tag: blankIsAbsent(text(0, TAG_LENGTH).optional()),
  parent_id: blankIsAbsent(
    z
      .union([z.literal('none'), fromDigits(z.int().min(1).max(LARGEST_ID))], {
        error: 'must be the number of a task, or none',
      })
      .optional()
      .openapi({
        description: 'Only the subtasks of that task; `none` for the tasks that are a part of no other',
      }),
  ),
  sort: blankIsAbsent(
    z
      .enum(TASK_SORTS, { error: `must be one of ${TASK_SORTS.join(', ')}` })
      .optional()
      .openapi({ description: '`id` when left out; `relevance` needs `q` and puts what fits best first' }),
  ),
  ...pageFields({ cursorLength: 2000, largest: LARGEST_PAGE, usual: PAGE_SIZE }),
});

export type Task = z.infer<typeof taskSchema>;
export type NewTask = z.infer<typeof newTaskSchema>;
export type TaskReplacement = z.infer<typeof taskReplacementSchema>;
export type TaskChanges = z.infer<typeof taskChangesSchema>;
export type TaskFilter = Partial<z.infer<typeof taskFilterSchema>>;
export type TaskSort = (typeof TASK_SORTS)[number];
