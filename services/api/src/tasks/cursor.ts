/** @module Where a page of tasks ends: the sort key and number of its last task, opaque to callers. */
import { z } from 'zod';
import { LARGEST_ID } from '../database/counters.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { invalidInput, type Problem } from '../http/problem.ts';
import { TASK_SORTS, type TaskSort } from './schema.ts';

const word = z.string().max(200);
const cursorSchema = z.object({
  s: z.enum(TASK_SORTS),
  k: z.string(),
  i: z.int().min(1).max(LARGEST_ID),
  w: z.array(z.array(word).min(1).max(20)).min(1).max(200).optional(),
});

export interface Cursor {
  /** The last task's sort key as Postgres writes it, to the last digit. */
  key: string;
  id: number;
  /** The words that the search goes by, where they are other than was typed. */
  words?: readonly (readonly string[])[];
}

/** A cursor for the task at which a page of this order ends. */
export function encodeCursor(sort: TaskSort, { key, id, words }: Cursor): string {
  return writeCursor({ s: sort, k: key, i: id, w: words });
}

/** Throws a 422 Problem for text that is no cursor, or one of another order. */
export function decodeCursor(cursor: string, sort: TaskSort): Cursor {
  const place = readCursor(cursorSchema, cursor);
  if (place?.s !== sort) throw notACursor();
  const { k: key, i: id, w: words } = place;
  if ([key, ...(words ?? []).flat()].some((text) => text.includes('\0'))) throw notACursor();
  return { key, id, ...(words ? { words } : {}) };
}

/** For a cursor that cannot be read. */
export function notACursor(): Problem {
  const message = 'must come from the Link header of a page in the same order';
  return invalidInput([{ in: 'query', path: 'cursor', message }]);
}
