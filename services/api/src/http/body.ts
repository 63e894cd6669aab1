/** @module What every body must be before any route reads it: not too large, not compressed, and UTF-8. */
import { isUtf8 } from 'node:buffer';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

const BODY_BYTES = 1_000_000;
/** A file with all that somebody has may be larger: its route reads it by itself, when it is known who sends it. */
const IMPORT = /^\/api\/[^/]+\/import$/;
/** The server passes no body on with these. */
const BODILESS = new Set(['GET', 'HEAD']);

const limited = bodyLimit({
  maxSize: BODY_BYTES,
  onError: () => {
    throw bodyTooLarge(BODY_BYTES);
  },
});

/** 413 for a body of more bytes than that. */
export function bodyTooLarge(bytes: number): Problem {
  const most = bytes.toLocaleString('en');
  return new Problem(413, { kind: 'body-too-large', detail: `A body may have at most ${most} bytes.` });
}

/** 400: decoders put U+FFFD for what is not UTF-8, and the text would be kept, but not as it was meant. */
export function notUtf8(): Problem {
  return new Problem(400, { kind: 'body-not-utf8', detail: 'The body is not valid UTF-8.' });
}

/** Refuses with 413, 415 or 400; nothing has been read into a value by then. */
export function checkBody(): MiddlewareHandler {
  return async (context, next) => {
    // Looking for a body makes the whole request anew, at the cost of half an answer.
    if (BODILESS.has(context.req.method)) return next();
    refuseCompressed(context.req.header('content-encoding'));
    if (IMPORT.test(context.req.path)) return next();
    return limited(context, async () => {
      await refuseOtherEncodings(context);
      await next();
    });
  };
}

function refuseCompressed(encoding: string | undefined): void {
  if (!encoding || encoding.trim().toLowerCase() === 'identity') return;
  throw new Problem(415, {
    kind: 'body-compressed',
    detail: 'Send the body as it is, without Content-Encoding.',
    headers: { 'accept-encoding': 'identity' },
  });
}

async function refuseOtherEncodings(context: Context): Promise<void> {
  if (!context.req.raw.body || isUtf8(await context.req.arrayBuffer())) return;
  throw notUtf8();
}

/** 400 for a body that is not JSON. */
export async function brokenJson(context: Context): Promise<Problem> {
  return notJsonBecause(await context.req.text().catch(() => ''));
}

/** Where and why a text is not JSON, as far as the parser tells without quoting it. */
export function notJsonBecause(text: string): Problem {
  return new Problem(400, { kind: 'body-not-json', detail: `The body is not valid JSON: ${reason(text)}.` });
}

/** The same for a part of a text: where it lies in the whole is not known. */
export function notJsonAs(error: unknown): Problem {
  const words = wordsOf(error).replace(/ (in JSON )?at position [\s\S]*$/, '');
  return new Problem(400, { kind: 'body-not-json', detail: `The body is not valid JSON: ${words}.` });
}

function reason(text: string): string {
  if (text.trim() === '') return 'it is empty';
  try {
    JSON.parse(text);
  } catch (error) {
    return wordsOf(error);
  }
  return 'it cannot be read';
}

function wordsOf(error: unknown): string {
  const words = String((error as Error).message).replace(/,? (\.{3})?"[\s\S]*$/, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}
