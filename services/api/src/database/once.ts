/** @module Idempotency keys: what was done under a key is not done again, its answer is given again. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Problem } from '../http/problem.ts';
import type { Transaction } from './database.ts';
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
  const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
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
  throw new Problem(422, {
    kind: 'idempotency-key-reused',
    title: 'Idempotency-Key already used',
    detail: 'This Idempotency-Key was used for another request: send a new one.',
  });
}
