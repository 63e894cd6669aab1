/** @module What a person who is signed in does with the password: change it, or delete the account. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { callerProblems, problem, userPath } from '../../http/openapi.ts';
import { refuseInvalid } from '../../http/validation.ts';
import { deletionSchema, passwordChangeSchema } from '../account-schema.ts';
import { type Caller, type RequireUser, refuseScoped } from '../caller.ts';
import type { RateLimits } from '../limits/limits.ts';
import { OWN_PASSWORD } from '../limits/rules.ts';
import { sessionIdOf } from '../sessions/revocations.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Passwords } from './passwords.ts';

const tags = ['Accounts'];
const problems = {
  ...callerProblems,
  400: problem('The body is not JSON'),
  403: problem("The password is wrong, the path is another user's, or the caller is a token with scopes"),
  415: problem('The body is not application/json'),
  429: problem('Too many wrong passwords; see Retry-After'),
};

const changeRoute = createRoute({
  method: 'put',
  path: '/{user_id}/password',
  tags,
  operationId: 'changePassword',
  summary: 'Change the password; every other session ends',
  request: {
    params: userPath,
    body: { content: { 'application/json': { schema: passwordChangeSchema } }, required: true },
  },
  responses: { 204: { description: 'The new one counts from now on' }, ...problems },
});

const deleteRoute = createRoute({
  method: 'post',
  path: '/{user_id}/deletion',
  tags,
  operationId: 'deleteAccount',
  summary: 'Delete the account with everything in it, at once and for good',
  request: {
    params: userPath,
    body: { content: { 'application/json': { schema: deletionSchema } }, required: true },
  },
  responses: { 204: { description: 'Nothing is left; the session cookie is taken back' }, ...problems },
});

export interface PasswordRouteDependencies {
  passwords: Passwords;
  sessions: Sessions;
  limits: RateLimits;
  requireUser: RequireUser;
}

/** Change of password and deletion, to be mounted under `/api`. */
export function passwordRoutes(dependencies: PasswordRouteDependencies): OpenAPIHono<Caller> {
  const { passwords, sessions, limits, requireUser } = dependencies;
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/password', requireUser, refuseScoped);
  app.use('/:user_id/deletion', requireUser, refuseScoped);

  app.openapi(changeRoute, async (context) => {
    const { userId, credential } = context.var;
    const { current_password, new_password, revoke_access_tokens } = context.req.valid('json');
    await limits.take(OWN_PASSWORD, userId);
    await passwords.change(userId, {
      current: current_password,
      next: new_password,
      sessionId: sessionIdOf(credential),
      revokeAccessTokens: revoke_access_tokens,
    });
    await limits.forgive(OWN_PASSWORD, userId);
    return context.body(null, 204);
  });

  app.openapi(deleteRoute, async (context) => {
    const { userId } = context.var;
    await limits.take(OWN_PASSWORD, userId);
    await passwords.check(userId, context.req.valid('json').password);
    await passwords.deleteAccount(userId);
    await limits.forgive(OWN_PASSWORD, userId);
    for (const line of sessions.forget()) context.header('set-cookie', line, { append: true });
    return context.body(null, 204);
  });

  return app;
}
