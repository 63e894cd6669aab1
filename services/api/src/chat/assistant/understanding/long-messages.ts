/**
 * Nobody asks for something in a thousand words: of a long message the beginning is read, and the rest goes along as one
 * opaque word, so that no message costs much more than another. A long list is no sentence; it is read item by item.
 *
 * @module
 */
import type { Request, TaskDraft } from '../requests.ts';

/** In characters. */
const longest = 480;
const shortestHead = 200;
/** A sentence with more commas is none. */
const mostSeparators = 24;
const itemsOfHead = 6;
/** So many items are read with their dates and tags; those behind them are only titles. */
const readWhole = 100;
const mostItems = 200;

const listBreak = /\n+|\s*[,;،؛]\s*/g;
const anyBreak = /[\n,;،؛.!?؟۔]+\s*|\s[–—-]+\s/g;
const sentenceEnd = /[.!?؟۔]\s+|\n+/g;

export interface Head {
  /** What is read. */
  head: string;
  /** What is not. */
  tail: string;
}

/** The last place of a pattern's matches that ends within bounds. */
function lastBreak(text: string, pattern: RegExp): number | undefined {
  let place: number | undefined;
  for (const match of text.slice(0, longest).matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end >= shortestHead) place = end;
  }
  return place;
}

/** Behind the so manieth item of a list; undefined when it has no more. */
function behindItem(text: string, count: number, between = listBreak): number | undefined {
  let place = 0;
  for (const match of text.matchAll(between)) {
    place += 1;
    if (place === count) return match.index + match[0].length;
  }
  return undefined;
}

/** The first items of a list that is too long for a sentence. */
export function listHeadOf(text: string): Head | undefined {
  if (text.length <= longest && behindItem(text, mostSeparators) === undefined) return undefined;
  const place = behindItem(text, itemsOfHead);
  return place === undefined ? undefined : { head: text.slice(0, place), tail: text.slice(place) };
}

/** A long message in two: at the end of an item or a sentence, if there is one in time. */
export function headOf(text: string): Head {
  const items = behindItem(text, mostSeparators, anyBreak);
  if (items !== undefined && items <= longest) return { head: text.slice(0, items), tail: text.slice(items) };
  if (text.length <= longest) return { head: text, tail: '' };
  const place =
    lastBreak(text, sentenceEnd) ?? lastBreak(text, listBreak) ?? lastBreak(text, /\s+/g) ?? longest;
  return { head: text.slice(0, place), tail: text.slice(place) };
}

/** The list that a message begins with, continued; undefined when it is none. */
export function listContinued(
  parts: Head | undefined,
  read: (text: string) => Request[] | undefined,
  draft: (text: string, whole: boolean) => TaskDraft | undefined,
): Request[] | undefined {
  if (!parts) return undefined;
  const { head, tail } = parts;
  const separators = head.match(listBreak)?.length ?? 0;
  if (separators < 4) return undefined;
  const requests = read(head.trim().replace(/[,;،؛]$/, ''));
  const [only, second] = requests ?? [];
  if (second || only?.kind !== 'add' || only.drafts.length < separators / 2) return undefined;
  const items = tail.split(listBreak).filter((item) => item.trim() !== '');
  const room = Math.max(0, mostItems - only.drafts.length);
  const drafts = items
    .slice(0, room)
    .map((item, index) => draft(item, index + only.drafts.length < readWhole))
    .filter((one) => one !== undefined);
  const all = [...only.drafts, ...drafts];
  const last = all.at(-1);
  const left = items.slice(room);
  // What is too much for tasks of its own is kept with the last of them.
  if (last && left.length > 0) all[all.length - 1] = { ...last, description: left.join('\n') };
  return [{ ...only, drafts: all }];
}
