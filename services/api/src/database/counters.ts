/** @module Numbers that count per user from 1 without gaps, given out within the transaction that uses them. */
import { sql } from 'drizzle-orm';
import { askIn, type Transaction } from './database.ts';
import { counters } from './schema.ts';

/** They are Postgres integers: larger ones cannot exist. */
export const LARGEST_ID = 2_147_483_647;

/**
 * The user's next number. The row stays locked until the transaction ends, so that commit order is
 * number order and a transaction that fails leaves no gap.
 */
export async function nextNumber(
  tx: Transaction,
  userId: string,
  counter: 'conversations' | 'accessTokens',
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

const NEXT_NUMBERS = `insert into counters (user_id, tasks, changes) values ($1, $2, $3)
  on conflict (user_id) do update set tasks = counters.tasks + $2, changes = counters.changes + $3
  returning tasks, changes`;

/** The user's next numbers, so many of each: the last one given out. As `nextNumber`, in one statement. */
export async function nextNumbers(
  tx: Transaction,
  userId: string,
  wanted: { tasks: number; changes: number },
): Promise<{ tasks: number; changes: number }> {
  const parameters = [userId, wanted.tasks, wanted.changes];
  const [row] = await askIn<typeof wanted>(tx, { query: NEXT_NUMBERS, parameters });
  if (!row) throw new Error('no numbers were given out');
  return row;
}
