/** @module Where a person is signed in: listed, and ended from afar. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { callerProblems, json, problem, userPath } from '../../http/openapi.ts';
import { refuseInvalid } from '../../http/validation.ts';
import { type Caller, type RequireUser, refuseScoped } from '../caller.ts';
import { sessionIdOf } from './revocations.ts';
import { sessionSchema } from './session-schema.ts';
import type { Sessions } from './sessions.ts';

const tags = ['Accounts'];
const sessionPath = userPath.extend({ session_id: z.string().regex(/^[\w-]{1,100}$/) });
const problems = {
  ...callerProblems,
  403: problem("The path is another user's, or the caller is a token with scopes"),
};

const listRoute = createRoute({
  method: 'get',
  path: '/{user_id}/sessions',
  tags,
  operationId: 'listSessions',
  summary: 'Where the account is signed in',
  request: { params: userPath },
  responses: { 200: json(z.array(sessionSchema), 'The sessions, the oldest first'), ...problems },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/{user_id}/sessions/{session_id}',
  tags,
  operationId: 'revokeSession',
  summary: 'End a session',
  description: 'Its cookie and the tokens made of it are refused from now on, and its open streams end.',
  request: { params: sessionPath },
  responses: { 204: { description: 'It has ended' }, ...problems, 404: problem('There is no such session') },
});

const revokeOthersRoute = createRoute({
  method: 'delete',
  path: '/{user_id}/sessions',
  tags,
  operationId: 'revokeOtherSessions',
  summary: 'End every session but the one that asks',
  request: { params: userPath },
  responses: { 204: { description: 'They have ended' }, ...problems },
});

export interface SessionRouteDependencies {
  sessions: Sessions;
  requireUser: RequireUser;
}

/** The sessions, to be mounted under `/api`. */
export function sessionRoutes({ sessions, requireUser }: SessionRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  for (const path of ['/:user_id/sessions', '/:user_id/sessions/*']) app.use(path, requireUser, refuseScoped);

  app.openapi(listRoute, async (context) => {
    const { userId, credential } = context.var;
    return context.json(await sessions.list(userId, credential), 200);
  });

  app.openapi(revokeRoute, async (context) => {
    await sessions.revoke(context.var.userId, context.req.valid('param').session_id);
    return context.body(null, 204);
  });

  app.openapi(revokeOthersRoute, async (context) => {
    const { userId, credential } = context.var;
    await sessions.revokeOthers(userId, sessionIdOf(credential));
    return context.body(null, 204);
  });

  return app;
}
