/** @module Every error becomes a problem document; only what is unexpected is logged as an error. */
import { HTTPException } from 'hono/http-exception';
import { isAccountGone, isDatabaseAway } from '../database/errors.ts';
import { Problem, unauthorized } from './problem.ts';

/** Said by the layer that reads bodies for the routes. */
export function isBrokenJson(error: unknown): boolean {
  return error instanceof HTTPException && error.status === 400;
}

/** What the caller is told; undefined for what should never happen. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    if (error.status === 415) return notJson(error);
    return new Problem(error.status, { detail: error.message, cause: error });
  }
  if (isDatabaseAway(error)) return databaseAway(error);
  if (isAccountGone(error)) return unauthorized('This account no longer exists.', 'invalid_token');
  return undefined;
}

/** 415 for a body under another name than JSON's. */
export function notJson(cause?: unknown): Problem {
  return new Problem(415, {
    kind: 'body-not-json',
    detail: 'Send JSON, with Content-Type: application/json.',
    headers: { accept: 'application/json' },
    cause,
  });
}

/** 503: try again in a second. */
export function databaseAway(cause?: unknown): Problem {
  return new Problem(503, {
    kind: 'database-away',
    detail:
      'The database cannot be reached for the moment. Try again; with an Idempotency-Key nothing is done twice.',
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
