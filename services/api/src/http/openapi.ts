/** @module What all documented routes share. */
import { z } from '@hono/zod-openapi';

/** Path parameters of everything that belongs to a user. */
export const userPath = z.object({
  user_id: z.string().openapi({ description: "The caller's own id", example: 'k3Jv0cT5Wq' }),
});

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
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
  .openapi({ type: 'integer', minimum: 1, example: 3 });
