/** @module Describes better-auth's routes for the OpenAPI document. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { json, problem } from '../http/openapi.ts';
import { signInSchema, signUpSchema } from './account-schema.ts';

type Registry = OpenAPIHono['openAPIRegistry'];
type RouteConfig = Parameters<Registry['registerPath']>[0];

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

/** The routes that better-auth answers: nothing else of it can be reached. */
const routes: RouteConfig[] = [
  {
    ...shared,
    method: 'post',
    path: '/auth/sign-up/email',
    operationId: 'signUp',
    summary: 'Make an account and sign in',
    security: [],
    request: body(signUpSchema),
    responses: {
      200: signedIn,
      403: problem('Asked by the page of another site'),
      422: problem('The email has an account, or invalid input: `errors` names each field'),
      ...limited,
    },
  },
  {
    ...shared,
    method: 'post',
    path: '/auth/sign-in/email',
    operationId: 'signIn',
    summary: 'Sign in',
    security: [],
    request: body(signInSchema),
    responses: {
      200: signedIn,
      401: problem('Wrong email or password'),
      403: problem('Asked by the page of another site'),
      422: problem('Invalid input; `errors` names each field'),
      ...limited,
    },
  },
  {
    ...shared,
    method: 'post',
    path: '/auth/sign-out',
    operationId: 'signOut',
    summary: 'End the session',
    // Without a session there is nothing to end or to tell, which is no error.
    security: [{ session: [] }, {}],
    responses: {
      200: json(z.object({ success: z.boolean() }), 'Signed out'),
      403: problem('Asked by the page of another site'),
      ...limited,
    },
  },
  {
    ...shared,
    method: 'get',
    path: '/auth/get-session',
    operationId: 'getSession',
    summary: 'The session and its account; null when signed out',
    security: [{ session: [] }, {}],
    responses: {
      200: json(
        z.object({ session: z.looseObject({ id: z.string() }), user: accountSchema }).nullable(),
        'The session',
      ),
    },
  },
];

/** Describes the routes that better-auth answers, and names them. */
export function describeAccountRoutes(registry: Registry): readonly Pick<RouteConfig, 'method' | 'path'>[] {
  for (const route of routes) registry.registerPath(route);
  return routes;
}
