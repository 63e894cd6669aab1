/**
 * @module What was revoked a moment ago, known to every process without asking: the database tells each of them, and
 * whoever was not listening reads it up.
 */
import { sql } from 'drizzle-orm';
import { revocations } from '../../database/account-tables.ts';
import type { Database } from '../../database/database.ts';

const CHANNEL = 'revocations';
/** For longer than any token lives that was made of a session. */
const REMEMBERED_SECONDS = 20 * 60;
/** How often it is read up: rarely while notifications come through, and often while they do not. */
const HEARD_MILLISECONDS = 60_000;
const DEAF_MILLISECONDS = 2_000;

/** The name of a session among what can be revoked; migrations know it too. */
export const sessionCredential = (id: string) => `session:${id}`;
/** The session that a caller acts with, if it is one. */
export const sessionIdOf = (credential: string | undefined) => /^session:(.+)$/.exec(credential ?? '')?.[1];
/** The name of an access token. */
export const accessTokenCredential = (hash: string) => `access-token:${hash}`;

export interface Revocations {
  /** Whether it was revoked. The first call of a process begins to listen; throws while the database is away. */
  includes(credential: string): Promise<boolean>;
  /** Calls back once it is revoked; returns the way to stop that. */
  watch(credential: string, onRevoked: () => void): () => void;
  /** Reads up what the notifications did not tell. */
  read(): Promise<void>;
}

/** What this process knows of revocations. */
export function createRevocations(database: Database): Revocations {
  const revoked = new Set<string>();
  const watchers = new Map<string, Set<() => void>>();
  /** How often in a row a notification of our own came back: one may, by chance, through a pooler that swallows others. */
  let echoes = 0;
  let echoed = false;
  let started: Promise<void> | undefined;

  function learn(credential: string): void {
    if (revoked.has(credential)) return;
    revoked.add(credential);
    setTimeout(() => revoked.delete(credential), REMEMBERED_SECONDS * 1000).unref();
    for (const tell of watchers.get(credential) ?? []) tell();
  }

  async function read(): Promise<void> {
    const rows = await database.orm
      .select({ credential: revocations.credential })
      .from(revocations)
      .where(sql`${revocations.revokedAt} > now() - make_interval(secs => ${REMEMBERED_SECONDS})`);
    for (const { credential } of rows) learn(credential);
  }

  /** Whether anything arrives at all (some poolers swallow it) is told by a notification of our own. */
  function tryHearing(): void {
    echoed = false;
    database.orm.execute(sql`select pg_notify(${CHANNEL}, '')`).catch(() => {});
  }

  async function readAgain(): Promise<void> {
    echoes = echoed ? echoes + 1 : 0;
    tryHearing();
    await read().catch(() => {}); // away: the next time will tell
    setTimeout(readAgain, echoes > 1 ? HEARD_MILLISECONDS : DEAF_MILLISECONDS).unref();
  }

  async function start(): Promise<void> {
    await database.listen(
      CHANNEL,
      (credential) => {
        if (credential === '') echoed = true;
        else learn(credential);
      },
      () => {
        echoes = 0;
        tryHearing();
      },
    );
    await read();
    setTimeout(readAgain, DEAF_MILLISECONDS).unref();
  }

  return {
    read,
    async includes(credential) {
      started ??= start().catch((error) => {
        started = undefined;
        throw error;
      });
      await started;
      return revoked.has(credential);
    },
    watch(credential, onRevoked) {
      if (revoked.has(credential)) {
        onRevoked();
        return () => {};
      }
      const own = watchers.get(credential) ?? new Set();
      watchers.set(credential, own.add(onRevoked));
      return () => {
        own.delete(onRevoked);
        if (own.size === 0 && watchers.get(credential) === own) watchers.delete(credential);
      };
    },
  };
}
