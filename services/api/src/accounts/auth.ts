/** @module Accounts: better-auth keeps passwords and sessions; this file tells it how. */
import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { accounts, rateLimits, sessions, users, verifications } from '../database/schema.ts';
import { isOwnOrigin } from './origin.ts';

/** Set by our own route from the connection, never taken from outside. */
export const ADDRESS_HEADER = 'x-client-address';

/** Secrets for cookies, derived from the signing secrets: one purpose, one key. */
export function cookieSecrets(jwtSecrets: readonly string[]): string[] {
  return jwtSecrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'todo-chatbot session cookies', 32)).toString('base64url'),
  );
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
  const [secret = ''] = cookieSecrets(config.jwtSecrets);
  return betterAuth({
    appName: 'Todo chatbot',
    baseURL: config.publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(database.orm, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: { additionalFields: { timeZone: { type: 'string', required: false, input: false } } },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return request && origin && isOwnOrigin(request.headers, config.publicUrl) ? [origin] : [];
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 10,
      max: 200,
      customRules: {
        '/get-session': false,
        '/sign-in/email': { window: 10, max: 50 },
        '/sign-up/email': { window: 10, max: 100 },
      },
    },
    advanced: {
      useSecureCookies: config.publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      // Only the words: what follows them may be a request or a row.
      log: (level, message) => logger[level === 'error' ? 'error' : 'warn']({ part: 'better-auth' }, message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
