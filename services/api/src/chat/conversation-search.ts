/**
 * @module Finds conversations by words of their titles and messages. The words are looked for in the rows of one
 * person, reached through the primary keys: row-level security lets no text index be asked before it has chosen the
 * rows.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations, messages } from '../database/schema.ts';
import type { Conversation } from '../events/events.ts';
import { isTold } from './set-aside.ts';

const MOST_FOUND = 50;
/** Characters of the message on either side of the words that were found. */
const EXCERPT_REACH = 60;
/** Of Markdown: how items, quotes and headings begin, and what makes words bold. */
const MARKS = /^\s*(?:[-*>]|#{1,6})\s+|\*\*/gm;

export interface FoundConversation extends Conversation {
  /** Where the words stand in the newest message that holds one; null when only the title does. */
  excerpt: string | null;
}

/** The conversations that hold every word, the last used first. */
export async function searchConversations(
  tx: Transaction,
  userId: string,
  words: readonly string[],
): Promise<FoundConversation[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const all = sql.join(
    patterns.map((pattern) => sql`(title ilike ${pattern} or coalesce(spoken, '') ilike ${pattern})`),
    sql` and `,
  );
  const some = sql.join(
    patterns.map((pattern) => sql`part ->> 'text' ilike ${pattern}`),
    sql` or `,
  );
  const { rows } = await tx.execute<{
    id: number;
    title: string;
    created_at: string;
    updated_at: string;
    said: string | null;
  }>(sql`
    with talks as materialized (
      select conversation_id, string_agg(part ->> 'text', E'\n') as spoken
      from ${messages} cross join lateral jsonb_array_elements(parts) as part
      where user_id = ${userId} and part ->> 'type' = 'text' and ${isTold}
      group by conversation_id
    ), found as (
      select id, title, created_at, updated_at
      from ${conversations} left join talks on conversation_id = id
      where user_id = ${userId} and ${all}
      order by updated_at desc, id desc
      limit ${MOST_FOUND}
    )
    select id, title, created_at::text, updated_at::text, (
      select part ->> 'text'
      from ${messages} cross join lateral jsonb_array_elements(parts) as part
      where user_id = ${userId} and conversation_id = found.id and part ->> 'type' = 'text' and ${isTold} and (${some})
      order by position desc
      limit 1
    ) as said
    from found
    order by updated_at desc, id desc`);
  return rows.map(({ said, ...row }) => ({
    id: row.id,
    title: row.title,
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
    excerpt: said === null ? null : excerptOf(said, words),
  }));
}

/** The words around the first one that was found, on one line. */
export function excerptOf(text: string, words: readonly string[]): string {
  const line = text.replaceAll(MARKS, '').replaceAll(/\s+/g, ' ').trim();
  const lower = line.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((place) => place >= 0);
  const place = places.length > 0 ? Math.min(...places) : 0;
  const from = place <= EXCERPT_REACH ? 0 : afterSpace(line, place - EXCERPT_REACH, place);
  const to = place + EXCERPT_REACH >= line.length ? line.length : beforeSpace(line, place);
  return `${from > 0 ? '…' : ''}${line.slice(from, to).toWellFormed()}${to < line.length ? '…' : ''}`;
}

/** Where a word begins, from `start` on and not beyond `end`. */
function afterSpace(line: string, start: number, end: number): number {
  const space = line.indexOf(' ', start);
  return space === -1 || space >= end ? start : space + 1;
}

/** Where a word ends, as far as an excerpt reaches. */
function beforeSpace(line: string, place: number): number {
  const end = place + EXCERPT_REACH;
  const space = line.lastIndexOf(' ', end);
  return space > place ? space : end;
}
