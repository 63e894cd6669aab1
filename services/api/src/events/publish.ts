/** @module Writes an event: its number, its row and its notification are one statement. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { UserEvent } from './events.ts';

/** Postgres channel of the ids of users who have news. */
export const CHANNEL = 'user_events';

/** Numbers follow commit order: the counter's row stays locked until the transaction ends. */
export async function publishEvent(tx: Transaction, userId: string, event: UserEvent): Promise<void> {
  await tx.execute(sql`
    with number as (
      insert into counters (user_id, events) values (${userId}, 1)
      on conflict (user_id) do update set events = counters.events + 1
      returning events
    ), event as (
      insert into events (user_id, id, data)
      select ${userId}, events, ${JSON.stringify(event)}::json from number
      returning user_id
    )
    select pg_notify(${CHANNEL}, user_id) from event`);
}
