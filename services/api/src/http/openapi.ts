/** @module What all documented routes share. */
import { z } from '@hono/zod-openapi';
import { LARGEST_ID } from '../database/counters.ts';
import { PROBLEM_KINDS } from './problem-kinds.ts';

/** Path parameters of everything that belongs to a user. */
export const userPath = z.object({
  user_id: z.string().openapi({ description: "The caller's own id", example: 'k3Jv0cT5Wq' }),
});

/** The key under which a request is done once, however often it is sent. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, { error: 'must be 1 to 255 printable ASCII characters' })
    .optional()
    .openapi({
      description:
        'Any unique text: the same key with the same request answers again, and does nothing twice',
    }),
});

const KINDS = [
  'The kind of problem, for programs to go by: `about:blank` means no more than the status, else it is `urn:todo-chatbot:problem:` and one of',
  '',
  ...Object.entries(PROBLEM_KINDS).map(([kind, meaning]) => `- \`${kind}\`: ${meaning}`),
].join('\n');

const problemSchema = z
  .looseObject({
    type: z.string().openapi({
      format: 'uri',
      description: KINDS,
      example: 'urn:todo-chatbot:problem:invalid-input',
    }),
    title: z.string().openapi({ description: 'The kind of problem in words' }),
    status: z.int().min(400).max(599),
    detail: z.string().optional().openapi({ description: 'What is wrong with this very request' }),
    errors: z
      .array(
        z.object({
          in: z
            .enum(['query', 'header', 'cookie'])
            .optional()
            .openapi({ description: 'The part of the request; absent: the body' }),
          path: z.string().openapi({ description: 'Names within it, joined by dots; empty: the whole' }),
          message: z.string().openapi({ description: 'What it must be' }),
        }),
      )
      .optional()
      .openapi({ description: 'Every wrong field, when fields are what is wrong' }),
  })
  .openapi('Problem', { description: 'An error as RFC 9457 describes it' });

/** A documented error answer. */
export function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

/** A documented JSON answer. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

export const callerProblems = {
  401: problem('No token or session, or a bad one'),
  403: problem("The path is another user's"),
  422: problem('Invalid input; `errors` names each field'),
  503: problem('The database is away for a moment'),
};

/** Path numbers that cannot exist are simply not there: 404, as for any other absent task. */
export const numberInPath = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)
  .refine((id) => id <= LARGEST_ID)
  .openapi({ type: 'integer', minimum: 1, maximum: LARGEST_ID, example: 3 });
