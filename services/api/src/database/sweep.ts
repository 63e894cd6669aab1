/** @module Removes what has had its time. Any replica may sweep; doing it twice does no harm. */
import { sql } from 'drizzle-orm';
import { asSystem, type Database } from './database.ts';

/**
 * Trash is kept for 30 days, as are access tokens that are over, so that people see why one stopped working;
 * events to resume from and used idempotency keys for a week, what can be undone for a day.
 */
export async function sweepExpired(database: Database): Promise<void> {
  await asSystem(database, async (tx) => {
    // A subtask that was brought back after its parent was deleted, by a process that knew of no parents, stays.
    await tx.execute(sql`
      update tasks as part set parent_id = null from tasks as whole
      where whole.deleted_at < now() - interval '30 days' and part.user_id = whole.user_id
        and part.parent_id = whole.id and (part.deleted_at is null or part.deleted_at >= now() - interval '30 days')`);
    await tx.execute(sql`delete from tasks where deleted_at < now() - interval '30 days'`);
    await tx.execute(sql`delete from changes where created_at < now() - interval '1 day'`);
    await tx.execute(sql`delete from access_tokens where expires_at < now() - interval '30 days'`);
    await tx.execute(sql`delete from events where created_at < now() - interval '7 days'`);
    await tx.execute(sql`delete from idempotency_keys where created_at < now() - interval '7 days'`);
  });
  // Of no use once they are over.
  for (const over of [
    sql`delete from sessions where expires_at < now()`,
    sql`delete from verifications where expires_at < now()`,
    sql`delete from limits where expire < extract(epoch from now()) * 1000`,
    sql`delete from rate_limits where last_request < extract(epoch from now() - interval '1 hour') * 1000`,
    sql`delete from revocations where revoked_at < now() - interval '1 hour'`,
  ]) {
    await database.orm.execute(over);
  }
}
