/** @module Words with typing errors, or in another form: those of the user's own tasks that they may stand for. */
import { setImmediate } from 'node:timers/promises';
import { type Database, readAsUser } from '../database/database.ts';
import type { Wanted } from './search-query.ts';

/** So many tasks, the newest, are looked through. */
const TASKS_READ = 20_000;
/** So many words of them at the most are compared: other requests wait meanwhile. */
const MOST_KNOWN = 10_000;
const MOST_ALTERNATIVES = 8;
/** A longer search was not typed, but pasted; each word of it would cost another look through all tasks. */
const MOST_TYPED = 10;
/** The words travel in the cursor, which is part of an address. */
const CURSOR_BYTES = 1_000;

interface KnownWord {
  word: string;
  stem: string;
}

/**
 * The same search by words that are there: one that some task holds stays, each other gives way to the nearest.
 * Undefined when that leads nowhere else.
 */
export async function spelledAlmostSo(
  database: Database,
  userId: string,
  typed: readonly string[],
): Promise<Wanted[] | undefined> {
  if (typed.length > MOST_TYPED) return undefined;
  const folded = await readAsUser<KnownWord>(database, userId, {
    query: `select search_text(word) as word, coalesce((ts_lexize('english_stem', search_text(word)))[1], '') as stem
      from unnest(string_to_array($1::text, chr(31))) with ordinality as list (word, place) order by place`,
    parameters: [typed.map((word) => word.replaceAll('\u001f', ' ')).join('\u001f')],
  });
  // Split at spaces first, which is quick, so that the slow splitting meets each word once, and few of them.
  const known = await readAsUser<KnownWord>(database, userId, {
    query: `select word, coalesce((ts_lexize('english_stem', word))[1], '') as stem from (
      select distinct word from (
        select distinct spaced from (
          select coalesce(searched, searched_text(title, description, tags)) as text
          from tasks where user_id = $1 order by id desc limit ${TASKS_READ}
        ) as newest, unnest(string_to_array(translate(text, chr(31), ' '), ' ')) as spaced
        where spaced like any ($2::text[])
      ) as texts, regexp_split_to_table(
        spaced, '[\\s!-/:-@\\[-\`{-~\\u00a0-\\u00bf\\u060c\\u061b\\u061f\\u06d4\\u2000-\\u206f]+'
      ) as word where char_length(word) between 2 and 50 limit ${MOST_KNOWN}
    ) as words`,
    parameters: [userId, folded.flatMap(({ word }) => hintsOf(word)).map(asPattern)],
  });
  const found: string[][] = [];
  for (const word of folded) {
    found.push(nearest(word, known));
    // Other requests come in between: a long search has many words.
    await setImmediate();
  }
  const isLong = Buffer.byteLength(JSON.stringify(found)) > CURSOR_BYTES;
  const wanted = isLong ? found.map((words) => words.slice(0, 1)) : found;
  if (wanted.some((words) => words.length === 0)) return undefined;
  return wanted.every((words, index) => words.length === 1 && words[0] === folded[index]?.word)
    ? undefined
    : wanted;
}

/** How many errors a word of this length may have. */
const allowedIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Whatever a word may stand for holds one of these. Each error spoils one part of it, or two where neighbours are
 * swapped; words of one stem begin alike.
 */
export function hintsOf(word: string): string[] {
  const letters = [...word];
  const parts = 2 * allowedIn(word) + 1;
  const place = (part: number) => Math.floor((part * letters.length) / parts);
  const unspoilt = Array.from({ length: parts }, (_, part) =>
    letters.slice(place(part), place(part + 1)).join(''),
  );
  return [...new Set([...unspoilt, letters.slice(0, 3).join('')])];
}

const asPattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The word itself where it is part of a known one; otherwise the known words that are least far from it. */
export function nearest({ word, stem }: KnownWord, known: readonly KnownWord[]): string[] {
  if (known.some((other) => other.word.includes(word))) return [word];
  const allowed = allowedIn(word);
  let least = allowed + 1;
  let found: string[] = [];
  for (const other of known) {
    const distance = stem !== '' && other.stem === stem ? 0 : typingErrors(word, other.word, allowed);
    if (distance > allowed || distance > least) continue;
    if (distance < least) found = [];
    least = distance;
    found.push(other.word);
  }
  return found.sort().slice(0, MOST_ALTERNATIVES);
}

/**
 * Letters left out, added, exchanged or swapped with their neighbour (optimal string alignment) between what was typed
 * and the word, or its beginning: people search while they type. More than `most` is as good as infinite.
 */
export function typingErrors(typed: string, word: string, most: number): number {
  const a = [...typed];
  const whole = [...word];
  // Where more than a few letters were typed, the rest of the word may still be to come.
  const mayGoOn = a.length >= 5;
  if (whole.length < a.length - most || (!mayGoOn && whole.length > a.length + most))
    return Number.POSITIVE_INFINITY;
  const b = whole.slice(0, a.length + most);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastOfLast = 0;
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < b.length; j++) {
      const exchanged = (last[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      const isSwapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const swapped = isSwapped ? (beforeLast[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      const errors = Math.min(exchanged, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, swapped);
      least = Math.min(least, errors);
      row.push(errors);
    }
    // What comes after goes on from one of these two rows.
    if (least > most && leastOfLast > most) return Number.POSITIVE_INFINITY;
    [beforeLast, last, leastOfLast] = [last, row, least];
  }
  const distance = mayGoOn ? Math.min(...last.slice(Math.max(0, a.length - most))) : (last.at(-1) ?? 0);
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}
