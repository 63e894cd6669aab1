/** @module The session behind a request, and its renewal: who uses it is not signed out. */
import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import { serialize } from 'hono/utils/cookie';
import { sessions } from '../../database/account-tables.ts';
import type { Database } from '../../database/database.ts';
import { Problem } from '../../http/problem.ts';
import { deviceOf } from './device.ts';
import { sessionCredential } from './revocations.ts';
import { readSigned, signed } from './session-cookie.ts';
import type { ShownSession } from './session-schema.ts';

/** How long a session lives that nobody uses. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** The same for who did not ask to be remembered: their browser forgets the cookie when it is closed. */
const SHORT_SESSION_SECONDS = 24 * 60 * 60;
/** Both are renewed once this share of them is over. */
const RENEWED_AFTER = 1 / 7;
/** The last use is written this rarely, so that most requests only read. */
const SEEN_SECONDS = 60;

export interface Session {
  id: string;
  userId: string;
  /** Set-Cookie lines that are due with the answer. */
  cookies: string[];
}

/** Names of better-auth's cookies, and how they are set. */
export interface CookieNames {
  session: string;
  notRemembered: string;
  secure: boolean;
}

export interface Sessions {
  /** The session that a Cookie header carries, marked as seen. */
  find(cookieHeader: string): Promise<Session | undefined>;
  list(userId: string, credential: string | undefined): Promise<ShownSession[]>;
  /** Ends one; throws a 404 Problem when it is not there. */
  revoke(userId: string, id: string): Promise<void>;
  /** Ends all but one, or all. */
  revokeOthers(userId: string, id: string | undefined): Promise<void>;
  /** Set-Cookie lines that make a browser forget its session. */
  forget(): string[];
}

/** The sessions in the database, which better-auth makes and ends too. */
export function createSessions(
  database: Database,
  names: CookieNames,
  secrets: readonly [string, ...string[]],
): Sessions {
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure: names.secure } as const;

  return {
    async find(cookieHeader) {
      const cookie = readSigned(cookieHeader, names.session, secrets);
      if (!cookie) return undefined;
      const [row] = await database.orm
        .select({
          id: sessions.id,
          userId: sessions.userId,
          secondsLeft: sql<number>`extract(epoch from ${sessions.expiresAt} - now())::int`,
          secondsUnseen: sql<number>`extract(epoch from now() - ${sessions.lastSeenAt})::int`,
        })
        .from(sessions)
        .where(and(eq(sessions.token, cookie.value), gt(sessions.expiresAt, sql`now()`)));
      if (!row) return undefined;

      const notRemembered = readSigned(cookieHeader, names.notRemembered, secrets);
      const lifetime = notRemembered ? SHORT_SESSION_SECONDS : SESSION_SECONDS;
      const isDue = cookie.isOld || row.secondsLeft < lifetime * (1 - RENEWED_AFTER);
      if (isDue || row.secondsUnseen >= SEEN_SECONDS) {
        await database.orm
          .update(sessions)
          .set({
            lastSeenAt: sql`now()`,
            ...(isDue ? { expiresAt: sql`now() + make_interval(secs => ${lifetime})` } : {}),
          })
          .where(eq(sessions.id, row.id));
      }
      const set = (name: string, value: string) =>
        serialize(name, signed(value, secrets[0]), {
          ...attributes,
          ...(notRemembered ? {} : { maxAge: lifetime }),
        });
      const cookies = isDue
        ? [
            set(names.session, cookie.value),
            ...(notRemembered ? [set(names.notRemembered, notRemembered.value)] : []),
          ]
        : [];
      return { id: row.id, userId: row.userId, cookies };
    },

    async list(userId, credential) {
      const rows = await database.orm
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`now()`)))
        .orderBy(asc(sessions.createdAt), asc(sessions.id));
      return rows.map((row) => ({
        id: row.id,
        device: deviceOf(row.userAgent ?? ''),
        address: row.ipAddress || null,
        created_at: row.createdAt.toISOString(),
        // One clock is this process's, the other the database's.
        last_seen_at: new Date(Math.max(Number(row.lastSeenAt), Number(row.createdAt))).toISOString(),
        expires_at: row.expiresAt.toISOString(),
        current: sessionCredential(row.id) === credential,
      }));
    },

    async revoke(userId, id) {
      const [ended] = await database.orm
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
        .returning({ id: sessions.id });
      if (!ended) {
        const detail = 'There is no such session; it may have ended.';
        throw new Problem(404, { kind: 'session-not-found', title: 'Session not found', detail });
      }
    },

    async revokeOthers(userId, id) {
      await database.orm
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), ...(id === undefined ? [] : [ne(sessions.id, id)])));
    },

    forget: () =>
      [names.session, names.notRemembered].map((name) => serialize(name, '', { ...attributes, maxAge: 0 })),
  };
}
