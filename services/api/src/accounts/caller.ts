/** @module Who is calling: a bearer token or the session cookie, and in which time zone. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { invalidInput, Problem, unauthorized } from '../http/problem.ts';
import { refuseUndecodable } from '../http/validation.ts';
import type { Accounts } from './accounts.ts';
import type { CountRequest } from './limits/request-limit.ts';
import { isOwnOrigin } from './origin.ts';
import type { Language, Preferences } from './profile/preferences.ts';
import { knownTimeZone } from './profile/time-zone.ts';
import { endingWith, isEventStream } from './sessions/ending-stream.ts';
import { type Revocations, sessionCredential } from './sessions/revocations.ts';
import { bearerOf, type TokenService } from './tokens.ts';

/** What the middleware leaves behind. */
export interface Caller {
  Variables: {
    userId: string;
    timeZone: string;
    /** What the person chose; null goes by what they write. */
    language: Language | null;
    /** What the caller's token may do; empty means everything the user may do. */
    scopes: string[];
    /** The session or access token that the caller acts with, as revocations know it. */
    credential: string | undefined;
  };
}

export type RequireUser = MiddlewareHandler<Caller>;

interface CallerDependencies {
  accounts: Accounts;
  tokens: TokenService;
  revocations: Revocations;
  countRequest: CountRequest;
  preferences: Preferences;
  config: Pick<Config, 'publicUrl'>;
}

interface Identity {
  userId: string;
  scopes: string[];
  credential: string | undefined;
  /** Set-Cookie lines that go with the answer. */
  cookies: string[];
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests without a user (401), with another user's id in the path (403) or an unknown
 * `Time-Zone` or a query that is no text (422); the others go on with `userId` and `timeZone`.
 */
export function createRequireUser(dependencies: CallerDependencies) {
  return ({ cookies }: { cookies: boolean }): RequireUser =>
    async (context, next) => {
      // A path and all that is below it are two patterns that one request may match.
      if (context.get('userId') !== undefined) return next();
      const caller = await identify(context, cookies, dependencies);
      const { userId, scopes, credential } = caller;
      await dependencies.countRequest(userId);
      const owner = context.req.param('user_id');
      if (owner !== undefined && owner !== userId) {
        throw new Problem(403, {
          kind: 'not-yours',
          detail: 'The path names another user than the one who calls.',
        });
      }
      refuseUndecodable(context.req.url);
      context.set('userId', userId);
      context.set('scopes', scopes);
      context.set('credential', credential);
      const { timeZone, language } = await dependencies.preferences.of(userId, askedZone(context));
      context.set('timeZone', timeZone);
      context.set('language', language);
      await next();
      for (const line of caller.cookies) context.res.headers.append('set-cookie', line);
      // No other answer is touched: the server sends it as it is, and makes anew what was replaced.
      if (credential !== undefined && isEventStream(context.res))
        context.res = endingWith(context.res, credential, dependencies.revocations);
    };
}

function askedZone(context: Context): string | undefined {
  const header = context.req.header('time-zone')?.trim();
  if (!header) return undefined;
  const zone = knownTimeZone(header);
  if (zone) return zone;
  throw invalidInput([
    { in: 'header', path: 'Time-Zone', message: 'must be an IANA time zone such as Europe/Berlin' },
  ]);
}

/** For what only the person may do who is signed in: a token with scopes was given to another program. */
export const refuseScoped: RequireUser = async (context, next) => {
  if (context.var.scopes.length > 0) {
    throw new Problem(403, {
      kind: 'sign-in-required',
      detail: 'This is for the person who is signed in, not for an access token.',
    });
  }
  await next();
};

async function identify(
  context: Context,
  cookies: boolean,
  { accounts, tokens, revocations, config }: CallerDependencies,
): Promise<Identity> {
  const authorization = context.req.header('authorization');
  if (authorization !== undefined) {
    const token = bearerOf(authorization);
    if (!token) throw unauthorized('The Authorization header must be: Bearer <token>', 'invalid_token');
    const { userId, scopes, credential } = await tokens.verify(token);
    if (scopes.length > 0 && !scopes.includes('write') && !SAFE_METHODS.has(context.req.method)) {
      throw new Problem(403, {
        kind: 'insufficient-scope',
        detail: 'This access token has the scope read alone; the request needs write.',
        headers: { 'www-authenticate': 'Bearer realm="todo", error="insufficient_scope"' },
      });
    }
    return { userId, scopes, credential, cookies: [] };
  }
  if (!cookies || !context.req.header('cookie')) {
    throw unauthorized('Send a bearer token, or sign in for a session cookie.');
  }
  if (!SAFE_METHODS.has(context.req.method) && !isOwnOrigin(context.req.raw.headers, config.publicUrl)) {
    throw new Problem(403, {
      kind: 'foreign-origin',
      detail:
        'A session cookie acts for the pages of this service alone, and the Origin of this request is another. Programs send a bearer token.',
    });
  }
  const session = await accounts.sessionOf(context.req.raw.headers);
  const credential = session && sessionCredential(session.id);
  // Asked also so that this process listens from now on: a stream may be opened.
  if (!credential || (await revocations.includes(credential))) {
    throw unauthorized('The session has ended; sign in again.');
  }
  return { userId: session.userId, scopes: [], credential, cookies: session.cookies };
}
