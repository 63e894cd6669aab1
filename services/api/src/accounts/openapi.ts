/** @module Describes better-auth's routes for the OpenAPI document. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { json, problem } from '../http/openapi.ts';

const email = z.email().openapi({ example: 'ada@example.org' });
const password = z.string().min(8).max(128);

const accountSchema = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    image: z.string().nullable().optional(),
    timeZone: z.string().nullable().optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Account');

const signedIn = json(
  z.looseObject({ token: z.string().nullable(), user: accountSchema }),
  'Signed in; the session cookie is set. `token` is the session, not a bearer token',
);
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});
const shared = { tags: ['Accounts'] };
const limited = { 429: problem('Too many attempts; see Retry-After') };

/** Adds the routes that better-auth answers. */
export function describeAccountRoutes(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    ...shared,
    method: 'post',
    path: '/auth/sign-up/email',
    summary: 'Make an account and sign in',
    security: [],
    request: body(z.object({ name: z.string(), email, password }).openapi('SignUp')),
    responses: {
      200: signedIn,
      400: problem('Wrong email or too short a password'),
      422: problem('The email has an account'),
      ...limited,
    },
  });
  registry.registerPath({
    ...shared,
    method: 'post',
    path: '/auth/sign-in/email',
    summary: 'Sign in',
    security: [],
    request: body(z.object({ email, password: z.string() }).openapi('SignIn')),
    responses: { 200: signedIn, 401: problem('Wrong email or password'), ...limited },
  });
  registry.registerPath({
    ...shared,
    method: 'post',
    path: '/auth/sign-out',
    summary: 'End the session',
    security: [{ session: [] }],
    responses: { 200: json(z.object({ success: z.boolean() }), 'Signed out') },
  });
  registry.registerPath({
    ...shared,
    method: 'get',
    path: '/auth/get-session',
    summary: 'The session and its account; null when signed out',
    security: [{ session: [] }],
    responses: {
      200: json(
        z.object({ session: z.looseObject({ id: z.string() }), user: accountSchema }).nullable(),
        'The session',
      ),
    },
  });
}
