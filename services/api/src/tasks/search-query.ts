/** @module Words in tasks, whatever their case, accents or keyboard: search_text of the migrations says which are the same. */
import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import { tasks } from '../database/schema.ts';

/** One of these is to be found. */
export type Wanted = readonly string[];

/** Stands between the words of one parameter; people cannot type it. */
const SEPARATOR = '\u001f';

/** How the words of one place go into the query. */
export function parameterOf(wanted: Wanted): string {
  return wanted.map((word) => word.replaceAll(SEPARATOR, ' ')).join(SEPARATOR);
}

/** A task's text as it is searched: the title, then what is not the title. Made here where it is not kept yet. */
const searchedText = sql`coalesce(searched, searched_text(${tasks.title}, ${tasks.description}, ${tasks.tags}))`;
/** What `searched_text` puts after the title. */
const afterTitle = sql`strpos(${searchedText}, chr(31))`;
const words = (wanted: Placeholder) =>
  sql`unnest(string_to_array(search_text(${wanted}::text), chr(31))) as wanted`;

/** Whether a task holds one of the words. */
export function holdsWord(wanted: Placeholder): SQL {
  return sql`exists (select from ${words(wanted)} where strpos(${searchedText}, wanted) > 0)`;
}

/** How well a task fits: best where a word of the title begins so, then elsewhere in the title, then in the rest. */
export function relevance(wanted: readonly Placeholder[]): SQL {
  const fits = wanted.map(
    (word) => sql`(select max(case
      when strpos(' ' || ${searchedText}, ' ' || wanted) between 1 and ${afterTitle} then 3
      when strpos(${searchedText}, wanted) between 1 and ${afterTitle} then 2
      when strpos(${searchedText}, wanted) > 0 then 1
      else 0 end) from ${words(word)})`,
  );
  return sql`(${sql.join(fits, sql` + `)})`;
}
