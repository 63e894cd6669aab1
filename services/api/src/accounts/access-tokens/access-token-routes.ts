/** @module The routes of access tokens: make, list, revoke; for people who are signed in, not for tokens themselves. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { callerProblems, json, numberInPath, problem, userPath } from '../../http/openapi.ts';
import { refuseInvalid } from '../../http/validation.ts';
import { type Caller, type RequireUser, refuseScoped } from '../caller.ts';
import type { RateLimits } from '../limits/limits.ts';
import { TOKENS } from '../limits/rules.ts';
import { accessTokenSchema, createdAccessTokenSchema, newAccessTokenSchema } from './access-token-schema.ts';
import type { AccessTokenService } from './access-tokens.ts';

const tags = ['Access tokens'];
const tokenPath = userPath.extend({ id: numberInPath });
const problems = {
  ...callerProblems,
  403: problem("The path is another user's, or the caller is itself a token with scopes"),
};

const createTokenRoute = createRoute({
  method: 'post',
  path: '/{user_id}/access-tokens',
  tags,
  operationId: 'createAccessToken',
  summary: 'Make an access token for another program, such as an MCP client',
  request: {
    params: userPath,
    body: { content: { 'application/json': { schema: newAccessTokenSchema } }, required: true },
  },
  responses: {
    201: {
      ...json(createdAccessTokenSchema, 'The token, told this once'),
      headers: { Location: { schema: { type: 'string' }, description: 'Where it is revoked' } },
    },
    ...problems,
    400: problem('The body is not JSON'),
    409: problem('The account has too many access tokens'),
    415: problem('The body is not application/json'),
    429: problem('Too many were made; see Retry-After'),
  },
});

const listTokensRoute = createRoute({
  method: 'get',
  path: '/{user_id}/access-tokens',
  tags,
  operationId: 'listAccessTokens',
  summary: 'The access tokens; those that are over stay listed for 30 days',
  request: { params: userPath },
  responses: { 200: json(z.array(accessTokenSchema), 'The access tokens'), ...problems },
});

const revokeTokenRoute = createRoute({
  method: 'delete',
  path: '/{user_id}/access-tokens/{id}',
  tags,
  operationId: 'revokeAccessToken',
  summary: 'Revoke an access token',
  request: { params: tokenPath },
  responses: {
    204: { description: 'It is worth nothing from now on' },
    ...problems,
    404: problem('There is no such access token'),
  },
});

export interface AccessTokenRouteDependencies {
  accessTokens: AccessTokenService;
  limits: RateLimits;
  requireUser: RequireUser;
}

/** The access token routes, to be mounted under `/api`. */
export function accessTokenRoutes({
  accessTokens,
  limits,
  requireUser,
}: AccessTokenRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  for (const path of ['/:user_id/access-tokens', '/:user_id/access-tokens/*']) {
    // A token that makes tokens could outlive its own revocation.
    app.use(path, requireUser, refuseScoped);
  }

  app.openapi(createTokenRoute, async (context) => {
    const { userId } = context.var;
    const standing = await limits.take(TOKENS, userId);
    const made = await accessTokens.create(userId, context.req.valid('json'));
    context.header('location', `/api/${encodeURIComponent(userId)}/access-tokens/${made.id}`);
    context.header('cache-control', 'no-store');
    for (const [name, value] of Object.entries(standing)) context.header(name, value);
    return context.json(made, 201);
  });

  app.openapi(listTokensRoute, async (context) =>
    context.json(await accessTokens.list(context.var.userId), 200),
  );

  app.openapi(revokeTokenRoute, async (context) => {
    await accessTokens.revoke(context.var.userId, context.req.valid('param').id);
    return context.body(null, 204);
  });

  return app;
}
