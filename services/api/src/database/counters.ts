/** @module Numbers that count per user from 1 without gaps, given out within the transaction that uses them. */
import { sql } from 'drizzle-orm';
import type { Transaction } from './database.ts';
import { counters } from './schema.ts';

/**
 * The user's next number. The row stays locked until the transaction ends, so that commit order is
 * number order and a transaction that fails leaves no gap.
 */
export async function nextNumber(
  tx: Transaction,
  userId: string,
  counter: 'tasks' | 'conversations',
): Promise<number> {
  const column = counters[counter];
  const [row] = await tx
    .insert(counters)
    .values({ userId, [counter]: 1 })
    .onConflictDoUpdate({ target: counters.userId, set: { [counter]: sql`${column} + 1` } })
    .returning({ number: column });
  if (!row) throw new Error('no number was given out');
  return row.number;
}
