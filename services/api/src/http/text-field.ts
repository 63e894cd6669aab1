/** @module Text that people write, as every schema takes it. */
import { z } from '@hono/zod-openapi';

/** What keeps Postgres from keeping a text, and giving it back as it was; undefined when nothing does. */
export function unstorable(text: string): string | undefined {
  if (text.includes('\0')) return 'must not contain the NUL character';
  if (!text.isWellFormed()) return 'must be well-formed Unicode (it holds a lone surrogate)';
  return undefined;
}

/** Whether Postgres can keep a text. */
export function isStorable(text: string): boolean {
  return unstorable(text) === undefined;
}

/** Trimmed text of `minimum` to `maximum` characters (code points, so an emoji counts as one or few). */
export function textField(minimum: number, maximum: number) {
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      const flaw = unstorable(value);
      if (flaw) return refuse(flaw);
      const length = [...value].length;
      if (length < minimum) return refuse('must not be empty');
      if (length > maximum) return refuse(`must have at most ${maximum} characters (it has ${length})`);
    })
    .openapi({ minLength: minimum, maxLength: maximum, ...(minimum > 0 ? { pattern: '\\S' } : {}) });
}
