/** @module Removes what has had its time. Any replica may sweep; doing it twice does no harm. */
import { sql } from 'drizzle-orm';
import { asSystem, type Database } from './database.ts';

/** Trash is kept for 30 days; events to resume from and used idempotency keys for a week. */
export async function sweepExpired(database: Database): Promise<void> {
  await asSystem(database, async (tx) => {
    await tx.execute(sql`delete from tasks where deleted_at < now() - interval '30 days'`);
    await tx.execute(sql`delete from events where created_at < now() - interval '7 days'`);
    await tx.execute(sql`delete from idempotency_keys where created_at < now() - interval '7 days'`);
  });
  // Of no use once they are over: the longest limit on signing in counts seconds.
  await database.orm.execute(sql`delete from sessions where expires_at < now()`);
  await database.orm.execute(
    sql`delete from rate_limits where last_request < extract(epoch from now() - interval '1 hour') * 1000`,
  );
}
