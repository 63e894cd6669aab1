/** @module Idempotency keys: what was done under a key is not done again, its answer is given again. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Problem } from '../http/problem.ts';
import { askIn, type Transaction } from './database.ts';
import { idempotencyKeys } from './schema.ts';

/**
 * Does `work` unless the key has been used, and keeps its answer with the key in the same
 * transaction. A second request with the same key waits for the first to end.
 * `request` is all that was asked: another request under a used key is a 422 Problem.
 */
export async function once<T>(
  tx: Transaction,
  userId: string,
  key: string | undefined,
  request: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined) return work();
  const fingerprint = fingerprintOf(request);
  const sameKey = and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));
  const [first] = await tx
    .insert(idempotencyKeys)
    .values({ userId, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (first) {
    const response = await work();
    await tx.update(idempotencyKeys).set({ response }).where(sameKey);
    return response;
  }
  const [used] = await tx.select().from(idempotencyKeys).where(sameKey);
  if (used?.fingerprint === fingerprint) return used.response as T;
  throw keyReused();
}

/** The same for the same request. */
export function fingerprintOf(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

/** For a key that another request has used. */
export function keyReused(): Problem {
  return new Problem(422, {
    kind: 'idempotency-key-reused',
    title: 'Idempotency-Key already used',
    detail: 'This Idempotency-Key was used for another request: send a new one.',
  });
}

/** What was answered under a key. */
export interface KeptAnswer {
  key: string;
  fingerprint: string;
  response: unknown;
}

const CLAIM = `
  insert into idempotency_keys (user_id, key, fingerprint)
  select $1, key, '' from unnest($2::text[]) as key order by key on conflict do nothing returning key`;
const USED = `
  select key, fingerprint, response from idempotency_keys where user_id = $1 and key = any($2::text[])`;
const KEEP = `
  update idempotency_keys set fingerprint = kept.fingerprint, response = kept.response
  from json_to_recordset($2::json) as kept (key text, fingerprint text, response json)
  where user_id = $1 and idempotency_keys.key = kept.key`;
const GIVE_BACK = `
  delete from idempotency_keys where user_id = $1 and key = any($2::text[]) and fingerprint = ''`;

/** Makes many keys this transaction's at once, waiting for others as `once` does; answers those that were used. */
export async function claimKeys(
  tx: Transaction,
  userId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptAnswer>> {
  const parameters = [userId, keys];
  const claimed = await askIn(tx, { query: CLAIM, parameters });
  if (claimed.length === keys.length) return new Map();
  const all = await askIn<KeptAnswer>(tx, { query: USED, parameters });
  return new Map(all.flatMap((used) => (used.fingerprint === '' ? [] : [[used.key, used]])));
}

/** Keeps what was answered under keys that were claimed. */
export async function keepAnswers(
  tx: Transaction,
  userId: string,
  answers: readonly KeptAnswer[],
): Promise<void> {
  if (answers.length > 0) await askIn(tx, { query: KEEP, parameters: [userId, JSON.stringify(answers)] });
}

/** Leaves those of the claimed keys unused under which nothing was answered. */
export async function giveBackKeys(tx: Transaction, userId: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await askIn(tx, { query: GIVE_BACK, parameters: [userId, keys] });
}
