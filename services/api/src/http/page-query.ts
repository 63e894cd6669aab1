/** @module What the query of a list may say, and of the page that is wanted. */
import { z } from '@hono/zod-openapi';

/** An empty query parameter (`?q=`) means the same as an absent one. */
export const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** A number of a query, written in digits alone: other spellings of numbers are mistakes. */
export const fromDigits = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
    schema,
  );

interface Pages {
  /** How long the list's cursors are at most, in characters. */
  cursorLength: number;
  /** How many things a page holds at most. */
  largest: number;
  /** How many where nobody says. */
  usual: number;
}

/** How the parts of a long list are asked for. */
export const pageFields = ({ cursorLength, largest, usual }: Pages) => ({
  cursor: blankIsAbsent(
    z
      .string()
      .max(cursorLength)
      .optional()
      .openapi({ description: 'From the Link header of the page before' }),
  ),
  limit: blankIsAbsent(
    fromDigits(
      z
        .int({ error: 'must be a whole number' })
        .min(1, { error: 'must be at least 1' })
        .max(largest, { error: `must be at most ${largest}` })
        .optional()
        .openapi({ type: 'integer', minimum: 1, maximum: largest, default: usual }),
    ),
  ),
});
