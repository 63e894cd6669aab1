/** @module Reads what is imported and says, row by row, what is wrong with it. */
import { safeValidateUIMessages, type UIMessage } from 'ai';
import type { z } from 'zod';
import { notJsonAs, notJsonBecause } from '../http/body.ts';
import { createPauses, type Pause } from '../http/pauses.ts';
import { type FieldError, Problem } from '../http/problem.ts';
import { fieldErrors } from '../http/validation.ts';
import { COLUMNS, type Column, readTable, tagsOf } from './csv-table.ts';
import {
  type ImportedConversation,
  type ImportedMessage,
  type ImportedTask,
  type ImportFile,
  importedConversationSchema,
  importedMessageSchema,
  importedTaskSchema,
  importSchema,
  LARGEST_IMPORT,
} from './file-schema.ts';
import { parseInSlices } from './parse-json.ts';

/** A mistake, and the row of the table or the place in the list, both counted from 1. */
export interface RowError extends FieldError {
  row?: number;
}

/** So many are named; the rest is counted. */
const MOST_NAMED = 100;
/** Where a longer text is broken is not looked for: that would hold everything else up. */
const LONG_TEXT = 200_000;
const MESSAGES_AT_ONCE = 50;

/** All that is wrong with a file, by rows. */
export function wrongFile(errors: readonly RowError[]): Problem {
  const named = errors.slice(0, MOST_NAMED);
  const more = errors.length - named.length;
  const say = ({ row, path, message }: RowError) =>
    [row && `row ${row}`, path, message].filter(Boolean).join(': ');
  const [first] = named;
  return new Problem(422, {
    kind: 'invalid-input',
    detail: `Nothing was imported. ${first ? say(first) : ''}${errors.length > 1 ? `; and ${errors.length - 1} more` : ''}`,
    extensions: { errors: named, ...(more > 0 ? { more } : {}) },
  });
}

/** The JSON of an export. */
export async function readExport(text: string): Promise<ImportFile> {
  const pause = createPauses();
  const value = await parseInSlices(text, pause).catch((error: unknown) => {
    throw text.length > LONG_TEXT ? notJsonAs(error) : notJsonBecause(text);
  });
  const head = importSchema.safeParse(value);
  if (!head.success) throw wrongFile(head.error.issues.flatMap((issue) => inFile([], issue)));
  const errors: RowError[] = [];
  const checked = <T>(schema: z.ZodType<T>, part: unknown, path: (string | number)[]): T[] => {
    const parsed = schema.safeParse(part);
    if (parsed.success) return [parsed.data];
    errors.push(...parsed.error.issues.flatMap((issue) => inFile(path, issue)));
    return [];
  };
  const tasks: ImportedTask[] = [];
  for (const [index, task] of head.data.tasks.entries()) {
    tasks.push(...checked(importedTaskSchema, task, ['tasks', index]));
    await pause();
  }
  const conversations: ImportedConversation[] = [];
  let count = 0;
  for (const [index, told] of head.data.conversations.entries()) {
    const path = ['conversations', index];
    const [conversation] = checked(importedConversationSchema, told, path);
    if (!conversation) continue;
    count += conversation.messages.length;
    // What is too much is not looked at.
    if (count > LARGEST_IMPORT.messages) continue;
    const messages: ImportedMessage[] = [];
    for (const [place, message] of conversation.messages.entries()) {
      messages.push(...checked(importedMessageSchema, message, [...path, 'messages', place]));
      await pause();
    }
    conversations.push({ ...conversation, messages });
  }
  if (errors.length > 0) throw wrongFile(errors);
  const placeOf = (task: number) => ({ row: task + 1, path: `tasks.${task}.` });
  errors.push(...mistakesBetween(tasks, placeOf));
  if (count > LARGEST_IMPORT.messages) {
    const message = `must hold at most ${LARGEST_IMPORT.messages} messages in all (it has ${count})`;
    throw wrongFile([...errors, { path: 'conversations', message }]);
  }
  for (const [index, { messages }] of conversations.entries()) {
    const refuse = (message: string) =>
      errors.push({ row: index + 1, path: `conversations.${index}.messages`, message });
    if (new Set(messages.map(({ id }) => id)).size < messages.length) refuse('must have different ids');
    if (!(await areKnown(messages, pause))) refuse('must be UI messages of the AI SDK');
  }
  if (errors.length > 0) throw wrongFile(errors);
  return { tasks, conversations, placeOf };
}

/** A mistake at a place of the file, with the task or the conversation that it is in, counted from 1. */
function inFile(path: readonly (string | number)[], issue: z.core.$ZodIssue): RowError[] {
  return fieldErrors([{ ...issue, path: [...path, ...issue.path] }]).map((error) => {
    const index = /^(?:tasks|conversations)\.(\d+)/.exec(error.path)?.[1];
    return index === undefined ? error : { ...error, row: Number(index) + 1 };
  });
}

async function areKnown(messages: readonly ImportedMessage[], pause: Pause): Promise<boolean> {
  for (let start = 0; start < messages.length; start += MESSAGES_AT_ONCE) {
    const some = messages.slice(start, start + MESSAGES_AT_ONCE) as unknown as UIMessage[];
    if (!(await safeValidateUIMessages({ messages: some })).success) return false;
    await pause();
  }
  return true;
}

/** A table of tasks whose first row names the columns. */
export async function readTasksTable(text: string): Promise<ImportFile> {
  const pause = createPauses();
  const rows = await readTable(text, pause).catch((error: unknown) => {
    throw wrongFile([{ path: '', message: `this is no CSV: ${(error as Error).message}` }]);
  });
  const [head, ...body] = rows;
  const columns = columnsOf(head?.cells ?? []);
  if (body.length > LARGEST_IMPORT.tasks) {
    throw wrongFile([{ path: '', message: `must hold at most ${LARGEST_IMPORT.tasks} tasks` }]);
  }
  const errors: RowError[] = [];
  const tasks: ImportedTask[] = [];
  for (const { row, cells } of body) {
    await pause();
    if (cells.length > columns.length) {
      errors.push({
        row,
        path: '',
        message: `has ${cells.length} cells, but there are ${columns.length} columns`,
      });
      continue;
    }
    const parsed = importedTaskSchema.safeParse(taskOf(columns, cells));
    if (parsed.success) tasks.push(parsed.data);
    else errors.push(...fieldErrors(parsed.error.issues).map((error) => ({ row, ...error })));
  }
  const placeOf = (task: number) => ({ row: body[task]?.row ?? 0, path: '' });
  if (errors.length === 0) errors.push(...mistakesBetween(tasks, placeOf));
  if (errors.length > 0) throw wrongFile(errors);
  return { tasks, conversations: [], placeOf };
}

function columnsOf(head: readonly string[]): Column[] {
  const names = head.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const errors = names.flatMap((name, index): RowError[] => {
    if (!COLUMNS.some((column) => column === name)) {
      const known = COLUMNS.join(', ');
      return [{ row: 1, path: head[index] ?? '', message: `is no column of tasks: they are ${known}` }];
    }
    return names.indexOf(name) < index ? [{ row: 1, path: name, message: 'is there twice' }] : [];
  });
  if (!names.includes('title')) errors.push({ row: 1, path: 'title', message: 'this column is required' });
  if (errors.length > 0) throw wrongFile(errors);
  return names as Column[];
}

const TRUE = /^(?:true|yes|1|x|done|completed)$/i;
const FALSE = /^(?:false|no|0|open|pending)$/i;

/** Empty cells say nothing. */
function taskOf(columns: readonly Column[], cells: readonly string[]): Record<string, unknown> {
  const entries = columns.flatMap((column, index): [string, unknown][] => {
    const cell = cells[index] ?? '';
    const word = cell.trim();
    if (word === '') return [];
    if (column === 'tags') return [[column, tagsOf(cell)]];
    if (column === 'completed') return [[column, TRUE.test(word) || (FALSE.test(word) ? false : word)]];
    if (column === 'title' || column === 'description') return [[column, cell]];
    if (column === 'id' || column === 'parent_id' || column === 'next_id') {
      return [[column, /^\d{1,15}$/.test(word) ? Number(word) : word]];
    }
    return [[column, column === 'priority' ? word.toLowerCase() : word]];
  });
  return Object.fromEntries(entries);
}

/** What only shows when the tasks are seen together. */
function* mistakesBetween(
  tasks: readonly ImportedTask[],
  placeOf: ImportFile['placeOf'],
): Generator<RowError> {
  const known = new Map<number, ImportedTask>();
  for (const [index, task] of tasks.entries()) {
    const { row, path } = placeOf(index);
    if (task.id === undefined) continue;
    if (known.has(task.id)) yield { row, path: `${path}id`, message: `${task.id} is there twice` };
    known.set(task.id, task);
  }
  for (const [index, { id, parent_id }] of tasks.entries()) {
    if (!parent_id) continue;
    const { row, path } = placeOf(index);
    const parent = known.get(parent_id);
    const refuse = (message: string) => ({ row, path: `${path}parent_id`, message });
    if (!parent) yield refuse(`there is no task ${parent_id} in this file`);
    else if (parent_id === id) yield refuse('must be another task');
    else if (parent.parent_id) yield refuse(`task ${parent_id} is itself a subtask: they are one level deep`);
  }
}
