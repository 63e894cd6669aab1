/** @module The text that tasks are searched by, for those that were written before it was kept. */
import { sql } from 'drizzle-orm';
import { asSystem, type Database } from './database.ts';

/** Rows of one statement: locked for a moment, while others go on. */
const BATCH = 1_000;

interface Place {
  user_id: string;
  id: number;
}

/** Writes what is missing, in small steps. A row that somebody is changing just now is left for the next start. */
export async function fillSearchedText(database: Database): Promise<void> {
  const anyLeft = await asSystem(database, (tx) =>
    tx.execute(sql`select from tasks where searched is null limit 1`),
  );
  if (anyLeft.rowCount === 0) return;
  let last: Place | undefined = { user_id: '', id: 0 };
  while (last) {
    const from: Place = last;
    const { rows } = await asSystem(database, (tx) =>
      tx.execute<Place & Record<string, unknown>>(sql`
        with page as (
          select user_id, id, searched from tasks where (user_id, id) > (${from.user_id}, ${from.id})
          order by user_id, id limit ${BATCH}
        ), missing as (
          select user_id, id from tasks
          where (user_id, id) in (select user_id, id from page where searched is null) for update skip locked
        ), filled as (
          update tasks set searched = searched_text(title, description, tags) from missing
          where tasks.user_id = missing.user_id and tasks.id = missing.id
        )
        select user_id, id from page order by user_id desc, id desc limit 1`),
    );
    last = rows[0];
  }
}
