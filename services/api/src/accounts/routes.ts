/** @module `/api/auth/*`: better-auth behind the same errors as everything else, and the bearer token. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import { brokenJson } from '../http/body.ts';
import { notJson } from '../http/errors.ts';
import { json, problem } from '../http/openapi.ts';
import { invalidInput, Problem, unauthorized } from '../http/problem.ts';
import { isStorable } from '../http/text-field.ts';
import { fieldErrors, refuseInvalid } from '../http/validation.ts';
import { accountBodies } from './account-schema.ts';
import type { Accounts } from './accounts.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { addressOf } from './client-address.ts';
import type { LimitHeaders } from './limits/limits.ts';
import { SIGN_UP, TOKENS } from './limits/rules.ts';
import { limitSignIn } from './limits/sign-in-limit.ts';
import { describeAccountRoutes } from './openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { type PasswordRouteDependencies, passwordRoutes } from './passwords/password-routes.ts';
import { type ResetRouteDependencies, resetRoutes } from './passwords/reset-routes.ts';
import { type ProfileRouteDependencies, profileRoutes } from './profile/profile-routes.ts';
import { type SessionRouteDependencies, sessionRoutes } from './sessions/session-routes.ts';
import { TOKEN_SECONDS, type TokenService } from './tokens.ts';

const tokenRoute = createRoute({
  method: 'get',
  path: '/auth/token',
  tags: ['Accounts'],
  operationId: 'getToken',
  summary: `A bearer token for the session's user, valid for ${TOKEN_SECONDS / 60} minutes`,
  security: [{ session: [] }],
  responses: {
    200: json(z.object({ token: z.string() }).openapi('Token'), 'The token'),
    401: problem('Not signed in'),
    429: problem('Too many tokens; see Retry-After'),
    503: problem('The database is away for a moment'),
  },
});

export interface AccountRouteDependencies
  extends ResetRouteDependencies,
    PasswordRouteDependencies,
    SessionRouteDependencies,
    ProfileRouteDependencies {
  accounts: Accounts;
  tokens: TokenService;
  config: Pick<Config, 'publicUrl'>;
}

/** The account routes, to be mounted under `/api`. */
export function accountRoutes(dependencies: AccountRouteDependencies): OpenAPIHono {
  const { accounts, tokens, limits, config } = dependencies;
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  describeAccountRoutes(app.openAPIRegistry);

  app.openapi(tokenRoute, async (context) => {
    const session = await accounts.sessionOf(context.req.raw.headers);
    if (!session) throw unauthorized('Sign in first: a token is given for a session.');
    const standing = await limits.take(TOKENS, session.userId);
    for (const [name, value] of Object.entries(standing)) context.header(name, value);
    for (const line of session.cookies) context.header('set-cookie', line, { append: true });
    context.header('cache-control', 'no-store');
    const token = await tokens.issue(session.userId, { sessionId: session.id });
    return context.json({ token }, 200);
  });

  app.get('/auth/get-session', (context) =>
    accounts.handle(new Request(context.req.url, { headers: context.req.raw.headers })),
  );

  // Named one by one: better-auth has more routes, which nothing here describes or limits.
  app.post('/auth/sign-out', async (context) => pass(context, await checkedBody(context)));

  app.post('/auth/sign-up/email', async (context) => {
    const body = await checkedBody(context);
    const standing = await limits.take(SIGN_UP, addressOf(context));
    return withHeaders(await pass(context, body), standing);
  });

  app.post('/auth/sign-in/email', async (context) => {
    const body = await checkedBody(context);
    const attempt = await limitSignIn(limits, JSON.parse(body).email, addressOf(context));
    const response = await pass(context, body);
    if (response.ok) await attempt.succeeded();
    return withHeaders(response, attempt.headers);
  });

  async function pass(context: Context, body: string): Promise<Response> {
    const headers = new Headers(context.req.raw.headers);
    headers.set(ADDRESS_HEADER, addressOf(context));
    if (!isOwnOrigin(headers, config.publicUrl)) {
      const message =
        'Only the pages of this service may sign in or out, and the Origin of this request is another.';
      const extensions = { code: 'INVALID_ORIGIN', message };
      throw new Problem(403, { kind: 'foreign-origin', detail: message, extensions });
    }
    // Browsers name an origin with every POST, programs do not, and better-auth wants one.
    if (!headers.has('origin')) headers.set('origin', config.publicUrl.origin);
    if (body === '{}') headers.set('content-type', 'application/json');
    headers.delete('content-length');
    return accounts.handle(new Request(context.req.url, { method: 'POST', headers, body }));
  }

  app.route('/', resetRoutes(dependencies));
  app.route('/', passwordRoutes(dependencies));
  app.route('/', sessionRoutes(dependencies));
  app.route('/', profileRoutes(dependencies));
  return app;
}

function withHeaders(response: Response, headers: LimitHeaders): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** A JSON object of text that Postgres can keep; nothing at all is an empty one. */
async function checkedBody(context: Context): Promise<string> {
  const body = (await context.req.text()).trim() || '{}';
  if (body !== '{}' && !/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw notJson();
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw await brokenJson(context);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidInput([{ path: '', message: 'must be an object' }]);
  }
  const wrong = Object.entries(value).filter(([, field]) => typeof field === 'string' && !isStorable(field));
  if (wrong.length > 0) {
    const message = 'must be well-formed text without the NUL character';
    throw invalidInput(wrong.map(([path]) => ({ path, message })));
  }
  const parsed = accountBodies.get(context.req.path)?.safeParse(value);
  if (!parsed) return body;
  if (!parsed.success) throw invalidInput(fieldErrors(parsed.error.issues));
  return JSON.stringify(parsed.data);
}
