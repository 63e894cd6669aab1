/** @module `/api/auth/*`: better-auth behind the same errors as everything else, and the bearer token. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import { json, problem } from '../http/openapi.ts';
import { invalidInput, Problem, unauthorized } from '../http/problem.ts';
import { refuseInvalid } from '../http/validation.ts';
import type { Accounts } from './accounts.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { clientAddress } from './client-address.ts';
import { describeAccountRoutes } from './openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { TOKEN_SECONDS, type TokenService } from './tokens.ts';

const tokenRoute = createRoute({
  method: 'get',
  path: '/auth/token',
  tags: ['Accounts'],
  summary: `A bearer token for the session's user, valid for ${TOKEN_SECONDS / 60} minutes`,
  security: [{ session: [] }],
  responses: {
    200: json(z.object({ token: z.string() }).openapi('Token'), 'The token'),
    401: problem('Not signed in'),
    503: problem('The database is away for a moment'),
  },
});

export interface AccountRouteDependencies {
  accounts: Accounts;
  tokens: TokenService;
  config: Pick<Config, 'publicUrl'>;
}

/** The account routes, to be mounted under `/api`. */
export function accountRoutes({ accounts, tokens, config }: AccountRouteDependencies): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  describeAccountRoutes(app.openAPIRegistry);

  app.openapi(tokenRoute, async (context) => {
    const userId = await accounts.userOf(context.req.raw.headers);
    if (!userId) throw unauthorized('Sign in first: a token is given for a session.');
    context.header('cache-control', 'no-store');
    return context.json({ token: await tokens.issue(userId) }, 200);
  });

  app.on(['GET', 'POST'], '/auth/*', async (context) => {
    const headers = new Headers(context.req.raw.headers);
    headers.set(ADDRESS_HEADER, clientAddress(peerOf(context), context.req.header('x-forwarded-for')));
    if (context.req.method === 'GET') return accounts.handle(new Request(context.req.url, { headers }));
    if (!isOwnOrigin(headers, config.publicUrl)) {
      const message = 'Another web page may not sign in or act with your session.';
      const extensions = { code: 'INVALID_ORIGIN', message };
      throw new Problem(403, { kind: 'foreign-origin', detail: message, extensions });
    }
    // Browsers name an origin with every POST, programs do not, and better-auth wants one.
    if (!headers.has('origin')) headers.set('origin', config.publicUrl.origin);
    const body = await checkedBody(context);
    if (body === '{}') headers.set('content-type', 'application/json');
    headers.delete('content-length');
    return accounts.handle(new Request(context.req.url, { method: 'POST', headers, body }));
  });

  return app;
}

/** A JSON object of text that Postgres can keep; nothing at all is an empty one. */
async function checkedBody(context: Context): Promise<string> {
  const body = await context.req.text();
  if (body.trim() === '') return '{}';
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Problem(415, { detail: 'Send the body as application/json.' });
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Problem(400, { detail: 'The body is not valid JSON.' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidInput([{ path: '', message: 'must be an object' }]);
  }
  const wrong = Object.entries(value).filter(
    ([, field]) => typeof field === 'string' && (field.includes('\0') || !field.isWellFormed()),
  );
  if (wrong.length > 0) {
    const message = 'must be well-formed text without the NUL character';
    throw invalidInput(wrong.map(([path]) => ({ path, message })));
  }
  return body;
}

/** The connection's other end. */
function peerOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '127.0.0.1';
  } catch {
    return '127.0.0.1'; // called within the process
  }
}
