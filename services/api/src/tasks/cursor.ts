/** @module Where a page of tasks ends: the sort key and number of its last task, opaque to callers. */
import { z } from 'zod';
import { invalidInput, type Problem } from '../http/problem.ts';
import { LARGEST_ID, TASK_SORTS, type TaskSort } from './schema.ts';

const cursorSchema = z.object({ s: z.enum(TASK_SORTS), k: z.string(), i: z.int().min(1).max(LARGEST_ID) });

export interface Cursor {
  /** The last task's sort key as Postgres writes it, to the last digit. */
  key: string;
  id: number;
}

/** Base64url of the sort, key and number. */
export function encodeCursor(sort: TaskSort, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify({ s: sort, k: key, i: id })).toString('base64url');
}

/** Throws a 422 Problem for text that is no cursor, or one of another order. */
export function decodeCursor(cursor: string, sort: TaskSort): Cursor {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw notACursor();
  }
  const parsed = cursorSchema.safeParse(decoded);
  if (!parsed.success || parsed.data.s !== sort || parsed.data.k.includes('\0')) throw notACursor();
  return { key: parsed.data.k, id: parsed.data.i };
}

/** For a cursor that cannot be read. */
export function notACursor(): Problem {
  const message = 'must come from the Link header of a page in the same order';
  return invalidInput([{ path: 'cursor', message }]);
}
