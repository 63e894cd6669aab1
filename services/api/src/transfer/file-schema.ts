/** @module The file that holds all a user has: what is exported, and what is taken in again. */
import { z } from '@hono/zod-openapi';
import { profileSchema } from '../accounts/profile/profile-schema.ts';
import { LARGEST_ID } from '../database/counters.ts';
import { isStorable } from '../http/text-field.ts';
import { changeFields, taskSchema } from '../tasks/schema.ts';

export const FORMAT = 'todo-chatbot';
export const LARGEST_IMPORT = { tasks: 10_000, conversations: 2_000, messages: 20_000 };

const moment = z.iso
  .datetime({ offset: true, error: 'must be a moment written as RFC 3339, e.g. 2030-01-31T18:00:00Z' })
  .refine((text) => /^[12]\d{3}-/.test(text), { error: 'must lie in the years 1000 to 2999' });

const number = z
  .int({ error: 'must be a whole number' })
  .min(1, { error: 'must be at least 1' })
  .max(LARGEST_ID, { error: 'is too large' });

const exportedTaskSchema = taskSchema
  .extend({
    next_id: z
      .int()
      .nullable()
      .openapi({ description: 'The task that completing this one of a recurring task has made' }),
    deleted_at: z.iso.datetime().nullable().openapi({ description: 'Since when it lies in the trash' }),
  })
  .openapi('ExportedTask');
export type ExportedTask = z.infer<typeof exportedTaskSchema>;

/** A task of a file: only its title must be there. Numbers tie the tasks of the file together; new ones are given. */
export const importedTaskSchema = z
  .object({
    ...changeFields,
    title: changeFields.title.unwrap(),
    id: number.optional(),
    parent_id: number.nullish(),
    next_id: number.nullish(),
    created_at: moment.optional(),
    updated_at: moment.optional(),
    deleted_at: moment.nullish(),
  })
  .refine(({ due_date, due_at }) => !(due_date && due_at), {
    error: 'give due_date or due_at, not both',
    path: ['due_at'],
  });
export type ImportedTask = z.infer<typeof importedTaskSchema>;

const part = z.looseObject({ type: z.string() });
const exportedMessage = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant', 'system']),
  parts: z.array(part).openapi({ description: 'As the AI SDK has the parts of a UI message' }),
  metadata: z.looseObject({}).optional(),
  created_at: z.iso.datetime(),
});
const exportedConversation = z.object({
  id: z.int(),
  title: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  messages: z.array(exportedMessage),
});

export const exportSchema = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(1),
    exported_at: z.iso.datetime(),
    account: profileSchema,
    tasks: z.array(exportedTaskSchema).openapi({ description: 'All of them, those in the trash as well' }),
    conversations: z.array(exportedConversation),
  })
  .openapi('Export');

function isStorableJson(value: unknown): boolean {
  const text = JSON.stringify(value);
  return isStorable(text) && !text.includes('\\u0000');
}

const storableText = (most: number) =>
  z
    .string()
    .max(most, { error: `must have at most ${most} characters` })
    .refine(isStorable, { error: 'must be well-formed text without the NUL character' });

export const importedMessageSchema = z.object({
  id: storableText(200).min(1, { error: 'must not be empty' }),
  role: z.enum(['user', 'assistant'], { error: 'must be user or assistant' }),
  parts: z
    .array(part)
    .min(1, { error: 'must hold at least one part' })
    .refine(isStorableJson, { error: 'must be well-formed text without the NUL character' }),
  metadata: z.looseObject({ time_zone: storableText(100).optional() }).optional(),
  created_at: moment.optional(),
});
export type ImportedMessage = z.infer<typeof importedMessageSchema>;

/** A conversation whose messages are still to be checked, one by one. */
export const importedConversationSchema = z.object({
  title: storableText(500).optional(),
  created_at: moment.optional(),
  updated_at: moment.optional(),
  messages: z.array(z.unknown()),
});
export type ImportedConversation = Omit<z.infer<typeof importedConversationSchema>, 'messages'> & {
  messages: ImportedMessage[];
};

/** What of an export is read when it comes back: the account stays as it is. Its parts are still to be checked. */
export const importSchema = z.object({
  format: z.literal(FORMAT, { error: `must be ${FORMAT}: this is no export of this service` }),
  version: z.literal(1, { error: 'must be 1' }),
  tasks: z
    .array(z.unknown())
    .max(LARGEST_IMPORT.tasks, { error: `must hold at most ${LARGEST_IMPORT.tasks} tasks` })
    .default([]),
  conversations: z
    .array(z.unknown())
    .max(LARGEST_IMPORT.conversations, {
      error: `must hold at most ${LARGEST_IMPORT.conversations} conversations`,
    })
    .default([]),
});

export const importedSchema = z
  .object({
    tasks: z.int().openapi({ description: 'How many were added' }),
    trashed: z.int().openapi({ description: 'How many of them to the trash' }),
    conversations: z.int(),
    messages: z.int(),
    first_task_id: z.int().nullable().openapi({
      description: 'The number of the first new task; the others follow in the order of the file',
    }),
  })
  .openapi('Imported');
export type Imported = z.infer<typeof importedSchema>;

/** What a file holds, checked. */
export interface ImportFile {
  tasks: ImportedTask[];
  conversations: ImportedConversation[];
  /** Where in the file a task stands, for who has to mend it. */
  placeOf: (task: number) => Place;
}

/** The row of a table or the place in a list, both counted from 1, and the way there within the file. */
interface Place {
  row: number;
  path: string;
}
