/** @module Zod's findings in words for the caller. */
import type { Context } from 'hono';
import type { z } from 'zod';
import { type FieldError, invalidInput, Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Where each finding is and what it must be. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: describe(issue) }));
}

function describe(issue: Issue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is required';
  const article = /^[aeio]/.test(issue.expected) ? 'an' : 'a';
  return `must be ${article} ${issue.expected}`;
}

interface ValidationResult {
  target?: string;
  success: boolean;
  error?: z.core.$ZodError;
}

/** The hook of every OpenAPIHono: a wrong path is not found, everything else is 422 with each field named. */
export function refuseInvalid(result: ValidationResult, context: Context): void {
  if (result.success || !result.error) return;
  if (result.target === 'param') throw notFound(context);
  throw invalidInput(fieldErrors(result.error.issues));
}

/** 404 for a path that leads nowhere. */
export function notFound(context: Context): Problem {
  return new Problem(404, { detail: `There is nothing at ${context.req.path}.` });
}
