/** @module Where a page of a list ends, opaque to callers: base64url of JSON. */
import type { z } from 'zod';

/** A cursor that `readCursor` understands. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor tells; nothing for text that is none of such a place. */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
