/** @module Accounts: better-auth keeps passwords and sessions; this file tells it how. */
import { hkdfSync } from 'node:crypto';
// The whole one would bring another way to databases.
import { betterAuth } from 'better-auth/minimal';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './account-schema.ts';
import { isOwnOrigin } from './origin.ts';
import { hashing } from './passwords/hashing.ts';
import { type CookieNames, SESSION_SECONDS } from './sessions/sessions.ts';
import { watchedAdapter } from './watched-adapter.ts';

/** Set by our own route from the connection, never taken from outside. */
export const ADDRESS_HEADER = 'x-client-address';

/** Secrets for cookies, derived from the signing secrets: one purpose, one key. */
export function cookieSecrets([present, ...previous]: Config['jwtSecrets']): [string, ...string[]] {
  const derived = (secret: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'todo-chatbot session cookies', 32)).toString('base64url');
  return [derived(present), ...previous.map(derived)];
}

/** better-auth's cookies, which we read and renew ourselves. */
export function cookieNames(publicUrl: URL): CookieNames {
  const secure = publicUrl.protocol === 'https:';
  const name = (last: string) => `${secure ? '__Secure-' : ''}better-auth.${last}`;
  return { session: name('session_token'), notRemembered: name('dont_remember'), secure };
}

/** The better-auth instance of this process. */
export function createAuth({
  config,
  database,
  logger,
}: {
  config: Config;
  database: Database;
  logger: Logger;
}) {
  const [secret] = cookieSecrets(config.jwtSecrets);
  return betterAuth({
    appName: 'Todo chatbot',
    baseURL: config.publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: watchedAdapter(database),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: hashing,
    },
    user: {
      additionalFields: {
        timeZone: { type: 'string', required: false, input: false },
        language: { type: 'string', required: false, input: false },
      },
    },
    // Renewed where the answer goes to a browser, together with its cookie (sessions.ts): web asks for it too, and
    // keeps no cookie.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return request && origin && isOwnOrigin(request.headers, config.publicUrl) ? [origin] : [];
    },
    // Ours know accounts, not addresses alone (limits/).
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: config.publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    // Else it prints them, with the values of the query that failed.
    onAPIError: { throw: true },
    logger: {
      level: 'warn',
      // Only the words: what follows them may be a request or a row.
      log: (level, message) => logger[level === 'error' ? 'error' : 'warn']({ part: 'better-auth' }, message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
