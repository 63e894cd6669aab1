/** @module Zod's findings in words for the caller. */
import type { Context } from 'hono';
import type { z } from 'zod';
import { type FieldError, invalidInput, Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What zod itself says when a schema has no words of its own. */
const ZODS_OWN_WORDS = /^(Invalid|Too (small|big)|Unrecognized)\b/;
const TYPES: Record<string, string> = { int: 'a whole number', record: 'an object', nonoptional: 'given' };

/** Where each finding is and what it must be. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: describe(issue) }));
}

function describe(issue: Issue): string {
  if (!ZODS_OWN_WORDS.test(issue.message)) return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? `${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`}`;
    case 'too_small':
      return `must ${measure(issue.origin)} at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${measure(issue.origin)} at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    default:
      return 'is not valid';
  }
}

const measure = (origin: string) => (origin === 'string' || origin === 'array' ? 'have' : 'be');
const unit = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '');

interface ValidationResult {
  target?: string;
  success: boolean;
  error?: z.core.$ZodError;
}

/** The hook of every OpenAPIHono: a wrong path is not found, everything else is 422 with each field named. */
export function refuseInvalid(result: ValidationResult, context: Context): void {
  if (result.success || !result.error) return;
  if (result.target === 'param') throw notFound(context);
  const errors = fieldErrors(result.error.issues);
  const { target } = result;
  if (target !== 'query' && target !== 'header' && target !== 'cookie') throw invalidInput(errors);
  throw invalidInput(
    errors.map(({ path, message }) => ({
      in: target,
      path: target === 'header' ? headerName(path) : path,
      message,
    })),
  );
}

/** 422 for a query whose percent encoding is not that of UTF-8 text: decoders would take it as it stands. */
export function refuseUndecodable(url: string): void {
  const start = url.indexOf('?');
  if (start < 0 || !url.includes('%', start) || isText(url.slice(start))) return;
  const wrong = url
    .slice(start + 1)
    .split('&')
    .filter((pair) => !isText(pair))
    .map((pair) => pair.split('=', 1)[0] ?? '');
  const message = 'must be text in UTF-8, percent-encoded';
  throw invalidInput(wrong.map((name) => ({ in: 'query', path: isText(name) ? name : '', message })));
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** As documents write it: `last-event-id` is Last-Event-ID. */
export function headerName(name: string): string {
  return name.replaceAll(/\b(?:id|mcp)\b|\b[a-z]/g, (letters) => letters.toUpperCase());
}

/** 405 for a path that takes other methods. */
export function methodNotAllowed(context: Context, methods: string[]): Problem {
  const allow = methods.join(', ');
  return new Problem(405, { detail: `${context.req.path} takes ${allow}.`, headers: { allow } });
}

/** 404 for a path that leads nowhere. */
export function notFound(context: Context): Problem {
  return new Problem(404, { detail: `There is nothing at ${context.req.path}.` });
}
