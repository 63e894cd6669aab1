/** @module Every error becomes a problem document; only what is unexpected is logged as an error. */
import { HTTPException } from 'hono/http-exception';
import { isAccountGone, isDatabaseAway } from '../database/errors.ts';
import { Problem, unauthorized } from './problem.ts';

const DETAILS: Record<number, string> = {
  400: 'The body is not valid JSON.',
  415: 'Send the body as application/json.',
};

/** What the caller is told; undefined for what should never happen. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    return new Problem(error.status, { detail: DETAILS[error.status] ?? error.message, cause: error });
  }
  if (isDatabaseAway(error)) return databaseAway(error);
  if (isAccountGone(error)) return unauthorized('This account no longer exists.', 'invalid_token');
  return undefined;
}

/** 503: try again in a second. */
export function databaseAway(cause?: unknown): Problem {
  return new Problem(503, {
    kind: 'database-away',
    detail: 'The database cannot be reached for the moment. Nothing was changed; try again.',
    headers: { 'retry-after': '1' },
    cause,
  });
}

/** 500 without any detail of the inside. */
export function unexpected(requestId: string): Problem {
  return new Problem(500, {
    detail: 'Something went wrong on our side. It has been logged under this request id.',
    extensions: { request_id: requestId },
  });
}
