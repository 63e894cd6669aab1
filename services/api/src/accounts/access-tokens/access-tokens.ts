/** @module Long-lived tokens that people give to other programs: named, scoped, revocable, kept as a hash alone. */
import { createHash, randomBytes } from 'node:crypto';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import { nextNumber } from '../../database/counters.ts';
import { asUser, type Database } from '../../database/database.ts';
import { accessTokens } from '../../database/schema.ts';
import { Problem, unauthorized } from '../../http/problem.ts';
import { accessTokenCredential, type Revocations } from '../sessions/revocations.ts';
import type { TokenService, VerifiedToken } from '../tokens.ts';
import type { AccessToken, NewAccessToken } from './access-token-schema.ts';

const TOKENS_PER_USER = 50;
/** The last use is written this rarely, so that most requests only read. */
const SEEN_SECONDS = 60;

/** `todo_<user id>_<40 hex digits>`: the user's id says under whose rows to look, the digits are the secret. */
const FORM = /^todo_(.+)_[0-9a-f]{40}$/;

export interface AccessTokenService {
  /** The only time that the token itself is told. */
  create(userId: string, input: NewAccessToken): Promise<AccessToken & { token: string }>;
  list(userId: string): Promise<AccessToken[]>;
  /** From the next request on the token is worth nothing. */
  revoke(userId: string, id: number): Promise<void>;
  /** Throws a 401 Problem for one that is unknown, revoked or expired. */
  verify(token: string): Promise<VerifiedToken>;
}

type Row = typeof accessTokens.$inferSelect;

function shown(row: Row): AccessToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
  };
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The access tokens in the database. */
export function createAccessTokenService(database: Database): AccessTokenService {
  const isToken = (userId: string, id: number) =>
    and(eq(accessTokens.userId, userId), eq(accessTokens.id, id));

  return {
    create(userId, { name, scopes, expires_in_days }) {
      const token = `todo_${userId}_${randomBytes(20).toString('hex')}`;
      return asUser(database, userId, async (tx) => {
        // The number first: its lock makes those who ask at once wait, so that none passes the limit unseen.
        const id = await nextNumber(tx, userId, 'accessTokens');
        const [held] = await tx
          .select({ tokens: count() })
          .from(accessTokens)
          .where(eq(accessTokens.userId, userId));
        if ((held?.tokens ?? 0) >= TOKENS_PER_USER) {
          throw new Problem(409, {
            kind: 'too-many-access-tokens',
            detail: `An account has at most ${TOKENS_PER_USER} access tokens. Revoke one that is no longer needed.`,
          });
        }
        const expiresAt = sql`now() + make_interval(days => ${expires_in_days}::int)`;
        const [row] = await tx
          .insert(accessTokens)
          .values({ userId, id, name, scopes, hash: hashOf(token), expiresAt })
          .returning();
        if (!row) throw new Error('the access token was not stored');
        return { ...shown(row), token };
      });
    },

    list: (userId) =>
      asUser(database, userId, async (tx) => {
        const rows = await tx
          .select()
          .from(accessTokens)
          .where(eq(accessTokens.userId, userId))
          .orderBy(asc(accessTokens.id));
        return rows.map(shown);
      }),

    revoke: (userId, id) =>
      asUser(database, userId, async (tx) => {
        const [row] = await tx
          .delete(accessTokens)
          .where(isToken(userId, id))
          .returning({ id: accessTokens.id });
        if (!row) {
          const detail = `There is no access token ${id}.`;
          throw new Problem(404, { kind: 'access-token-not-found', title: 'Access token not found', detail });
        }
      }),

    async verify(token) {
      const userId = FORM.exec(token)?.[1];
      const row = userId === undefined ? undefined : await use(userId, token);
      if (!row) throw unauthorized('The access token is not valid, or was revoked.', 'invalid_token');
      if (row.isOver) throw unauthorized('The access token has expired; make a new one.', 'invalid_token');
      return {
        userId: row.userId,
        scopes: row.scopes,
        expiresAt: Math.floor(row.expiresAt.getTime() / 1000),
        credential: accessTokenCredential(hashOf(token)),
      };
    },
  };

  function use(userId: string, token: string) {
    return asUser(database, userId, async (tx) => {
      const [row] = await tx
        .select({
          userId: accessTokens.userId,
          id: accessTokens.id,
          scopes: accessTokens.scopes,
          expiresAt: accessTokens.expiresAt,
          isOver: sql<boolean>`${accessTokens.expiresAt} <= now()`,
          wasSeen: sql<boolean>`coalesce(${accessTokens.lastUsedAt} > now() - make_interval(secs => ${SEEN_SECONDS}), false)`,
        })
        .from(accessTokens)
        .where(and(eq(accessTokens.userId, userId), eq(accessTokens.hash, hashOf(token))));
      if (row && !row.isOver && !row.wasSeen) {
        await tx.update(accessTokens).set({ lastUsedAt: sql`now()` }).where(isToken(userId, row.id));
      }
      return row;
    });
  }
}

/**
 * The tokens of this service in both forms: access tokens, which are looked up each time, and signed short-lived ones,
 * which end early with the session that they were made of.
 */
export function withAccessTokens(
  tokens: TokenService,
  access: AccessTokenService,
  revocations: Pick<Revocations, 'includes'>,
): TokenService {
  return {
    issue: tokens.issue,
    async verify(token) {
      const verified = await (token.startsWith('todo_') ? access : tokens).verify(token);
      const { credential } = verified;
      if (credential !== undefined && (await revocations.includes(credential))) {
        throw unauthorized('The session of this token has ended; sign in again.', 'invalid_token');
      }
      return verified;
    },
  };
}
