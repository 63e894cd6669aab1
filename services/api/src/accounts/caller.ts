/** @module Who is calling: a bearer token or the session cookie, and in which time zone. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { invalidInput, Problem, unauthorized } from '../http/problem.ts';
import type { Accounts } from './accounts.ts';
import { isOwnOrigin } from './origin.ts';
import { knownTimeZone, rememberTimeZone, timeZoneOf } from './profile.ts';
import type { TokenService } from './tokens.ts';

/** What the middleware leaves behind. */
export interface Caller {
  Variables: { userId: string; timeZone: string };
}

export type RequireUser = MiddlewareHandler<Caller>;

interface CallerDependencies {
  accounts: Accounts;
  tokens: TokenService;
  database: Database;
  config: Config;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Zones this process knows, so that most requests neither read nor write them. */
const KNOWN_USERS = 10_000;
const KNOWN_MILLISECONDS = 60_000;

/**
 * Refuses requests without a user (401), with another user's id in the path (403) or an unknown
 * `Time-Zone` (422); the others go on with `userId` and `timeZone`.
 */
export function createRequireUser(dependencies: CallerDependencies) {
  const known = new Map<string, { zone: string; until: number }>();

  async function zoneOf(context: Context, userId: string): Promise<string> {
    const header = context.req.header('time-zone')?.trim();
    const asked = header ? knownTimeZone(header) : undefined;
    if (header && !asked) {
      const message = 'must be an IANA time zone such as Europe/Berlin';
      throw invalidInput([{ path: 'Time-Zone', message }]);
    }
    const last = known.get(userId);
    if (last && last.until > Date.now() && last.zone === (asked ?? last.zone)) return last.zone;
    if (asked) await rememberTimeZone(dependencies.database, userId, asked);
    const zone = asked ?? (await timeZoneOf(dependencies.database, userId));
    if (known.size >= KNOWN_USERS) known.clear();
    known.set(userId, { zone, until: Date.now() + KNOWN_MILLISECONDS });
    return zone;
  }

  return ({ cookies }: { cookies: boolean }): RequireUser =>
    async (context, next) => {
      const userId = await identify(context, cookies, dependencies);
      const owner = context.req.param('user_id');
      if (owner !== undefined && owner !== userId) {
        throw new Problem(403, { kind: 'not-yours', detail: 'This belongs to another user.' });
      }
      context.set('userId', userId);
      context.set('timeZone', await zoneOf(context, userId));
      await next();
    };
}

async function identify(
  context: Context,
  cookies: boolean,
  { accounts, tokens, config }: CallerDependencies,
): Promise<string> {
  const authorization = context.req.header('authorization');
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthorized('The Authorization header must be: Bearer <token>', 'invalid_token');
    const { userId, scopes } = await tokens.verify(token);
    if (scopes.length > 0 && !scopes.includes('write') && !SAFE_METHODS.has(context.req.method)) {
      throw new Problem(403, {
        kind: 'insufficient-scope',
        detail: 'This token may only read.',
        headers: { 'www-authenticate': 'Bearer realm="todo", error="insufficient_scope"' },
      });
    }
    return userId;
  }
  if (!cookies || !context.req.header('cookie')) {
    throw unauthorized('Send a bearer token, or sign in for a session cookie.');
  }
  if (!SAFE_METHODS.has(context.req.method) && !isOwnOrigin(context.req.raw.headers, config.publicUrl)) {
    throw new Problem(403, {
      kind: 'foreign-origin',
      detail: 'Another web page may not act with your session.',
    });
  }
  const userId = await accounts.userOf(context.req.raw.headers);
  if (!userId) throw unauthorized('The session has ended; sign in again.');
  return userId;
}
