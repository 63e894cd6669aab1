/** @module Writes events: their numbers, their rows and their notification are one statement. */
import { askIn, type Transaction } from '../database/database.ts';
import type { UserEvent } from './events.ts';

/** Postgres channel of the ids of users who have news. */
export const CHANNEL = 'user_events';

const PUBLISH = `
  with number as (
    insert into counters (user_id, events) values ($1, $2)
    on conflict (user_id) do update set events = counters.events + $2
    returning events
  ), event as (
    insert into events (user_id, id, data)
    select $1, events - $2 + place, data
    from number, json_array_elements($3::json) with ordinality as list (data, place)
    returning user_id
  )
  select pg_notify($4, user_id) from event limit 1`;

/** Numbers follow commit order: the counter's row stays locked until the transaction ends. */
export async function publishEvents(tx: Transaction, userId: string, ...events: UserEvent[]): Promise<void> {
  if (events.length === 0) return;
  const parameters = [userId, events.length, JSON.stringify(events), CHANNEL];
  await askIn(tx, { query: PUBLISH, parameters });
}

/**
 * The same as parts of a statement that changes something: `from` names the part that answers the event as `data`, in
 * one row, or none when nothing has happened. $1 is the user. `event` answers the user, for `notified`.
 */
export const publishedFrom = (from: string) => `
  number as (
    insert into counters (user_id, events) select $1, 1 from ${from}
    on conflict (user_id) do update set events = counters.events + 1
    returning events
  ), event as (
    insert into events (user_id, id, data) select $1, number.events, ${from}.data from number, ${from}
    returning user_id
  )`;

/** What the last part of such a statement selects from `event`. */
export const notified = `pg_notify('${CHANNEL}', event.user_id)`;
