/** @module Passwords that are changed, forgotten and asked again; better-auth makes the first one and signs in with it. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, like, ne, sql } from 'drizzle-orm';
import { accounts, mails, sessions, users, verifications } from '../../database/account-tables.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { accessTokens } from '../../database/schema.ts';
import { Problem, unauthorized } from '../../http/problem.ts';
import type { Mail } from '../../mail/mailer.ts';
import type { WaitingMail } from '../../mail/outbox.ts';
import { hashing } from './hashing.ts';
import { resetMail } from './reset-mail.ts';

const RESET_MINUTES = 30;
const RESET_PREFIX = 'reset-password:';
/** What a password is compared with where there is none, so that it takes as long. */
const NO_HASH = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

export interface Passwords {
  /** Throws a 403 Problem for a wrong one. */
  check(userId: string, password: string): Promise<void>;
  /** Signs out every other session; throws a 403 Problem when the present password is wrong. */
  change(userId: string, change: PasswordChange): Promise<void>;
  /** The mail to somebody who forgot theirs, with a token that is kept as a hash alone; undefined when nobody has that address. */
  composeReset(mail: WaitingMail): Promise<Mail | undefined>;
  /** Ends every session and access token; throws a 400 Problem for a token that is wrong, used or too old. Answers whose. */
  reset(token: string, password: string): Promise<{ email: string }>;
  /** Deletes the account with all that it has. */
  deleteAccount(userId: string): Promise<void>;
}

interface PasswordChange {
  current: string;
  next: string;
  /** Stays signed in. */
  sessionId: string | undefined;
  revokeAccessTokens: boolean;
}

/** Passwords in the database. */
export function createPasswords(database: Database, publicUrl: URL): Passwords {
  const ofUser = (userId: string) => and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'));
  /** Accounts belong to the owner role; the user's id lets it reach their access tokens too. */
  const begin = <T>(userId: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.begin({ query: "select set_config('app.user_id', $1, true)", parameters: [userId] }, work);

  async function check(userId: string, password: string): Promise<void> {
    const [account] = await database.orm
      .select({ hash: accounts.password })
      .from(accounts)
      .where(ofUser(userId));
    const isRight = await hashing.verify({ hash: account?.hash ?? NO_HASH, password });
    if (!account?.hash || !isRight) {
      throw new Problem(403, {
        kind: 'wrong-password',
        title: 'Wrong password',
        detail: 'That is not the password of this account.',
      });
    }
  }

  async function store(tx: Transaction, userId: string, password: string): Promise<void> {
    const updatedAt = new Date();
    const changed = await tx
      .update(accounts)
      .set({ password, updatedAt })
      .where(ofUser(userId))
      .returning({ id: accounts.id });
    if (changed.length > 0) return;
    await tx
      .insert(accounts)
      .values({ id: randomUUID(), userId, accountId: userId, providerId: 'credential', password });
  }

  const forgetResets = (tx: Transaction, userId: string) =>
    tx
      .delete(verifications)
      .where(and(eq(verifications.value, userId), like(verifications.identifier, `${RESET_PREFIX}%`)));

  return {
    check,

    async change(userId, { current, next, sessionId, revokeAccessTokens }) {
      await check(userId, current);
      const hash = await hashing.hash(next);
      await begin(userId, async (tx) => {
        await store(tx, userId, hash);
        await forgetResets(tx, userId);
        const others = sessionId === undefined ? [] : [ne(sessions.id, sessionId)];
        await tx.delete(sessions).where(and(eq(sessions.userId, userId), ...others));
        if (revokeAccessTokens) await tx.delete(accessTokens).where(eq(accessTokens.userId, userId));
      });
    },

    async composeReset({ email, language }) {
      const [user] = await database.orm
        .select({ id: users.id, language: users.language })
        .from(users)
        .where(eq(users.email, email));
      if (!user) return undefined;
      const token = randomBytes(32).toString('base64url');
      await database.orm.insert(verifications).values({
        id: randomUUID(),
        identifier: identifierOf(token),
        value: user.id,
        expiresAt: new Date(Date.now() + RESET_MINUTES * 60_000),
      });
      return resetMail({
        to: email,
        language: user.language ?? language,
        publicUrl,
        token,
        minutes: RESET_MINUTES,
      });
    },

    async reset(token, password) {
      const isToken = and(
        eq(verifications.identifier, identifierOf(token)),
        gt(verifications.expiresAt, sql`now()`),
      );
      // Looked for first: hashing is work that nobody may ask for without a token.
      const [found] = await database.orm
        .select({ userId: verifications.value })
        .from(verifications)
        .where(isToken);
      if (!found) throw invalidToken();
      const hash = await hashing.hash(password);
      return begin(found.userId, async (tx) => {
        const [used] = await tx
          .delete(verifications)
          .where(isToken)
          .returning({ userId: verifications.value });
        if (!used) throw invalidToken();
        // Who read the mail has the address.
        const [user] = await tx
          .update(users)
          .set({ emailVerified: true })
          .where(eq(users.id, used.userId))
          .returning({ email: users.email });
        if (!user) throw invalidToken();
        await store(tx, used.userId, hash);
        await forgetResets(tx, used.userId);
        await tx.delete(sessions).where(eq(sessions.userId, used.userId));
        await tx.delete(accessTokens).where(eq(accessTokens.userId, used.userId));
        return user;
      });
    },

    async deleteAccount(userId) {
      await begin(userId, async (tx) => {
        await forgetResets(tx, userId);
        const [user] = await tx.delete(users).where(eq(users.id, userId)).returning({ email: users.email });
        if (!user) throw unauthorized('This account no longer exists.', 'invalid_token');
        await tx.delete(mails).where(eq(mails.email, user.email));
      });
    },
  };
}

/** Under which a reset is kept: a hash suffices for a token that nobody can guess. */
function identifierOf(token: string): string {
  return RESET_PREFIX + createHash('sha256').update(token).digest('base64url');
}

function invalidToken(): Problem {
  const detail = 'This link was used, is too old, or was never ours. Ask for a new one.';
  return new Problem(400, {
    kind: 'reset-token-invalid',
    title: 'Link not valid',
    detail,
    extensions: { code: 'INVALID_TOKEN', message: detail },
  });
}
