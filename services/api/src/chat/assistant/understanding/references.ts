/** Reads how a person points at a task: its number, its place in a list, "it", words of its title, or a whole group. @module */
import type { Language, Words } from '../language.ts';
import type { Reference } from '../requests.ts';
import { type Now, takeDate } from './dates.ts';
import { latinDigits } from './digits.ts';
import { readFilter } from './filters.ts';
import { isQuotation } from './quotes.ts';
import { dayOf, wallClock } from './zone.ts';

/** A whole number in digits of any script, or in words. */
function readNumber(text: string, words: Words): number | undefined {
  const digits = /^#?(\p{Nd}{1,9})$/u.exec(text)?.[1];
  return digits ? Number(latinDigits(digits)) : words.numbers.get(text);
}

/** Task numbers out of "3", "#3 and 5", "1, 2 and 4", "2-4", "three"; undefined when other words are among them. */
function readNumbers(text: string, { words }: Language): number[] | undefined {
  const bare = text.replace(words.numberPrefix, '').trim();
  if (bare === '') return undefined;
  const numbers: number[] = [];
  for (const piece of bare.split(words.itemBreak)) {
    const item = piece.replace(words.numberPrefix, '').trim().toLowerCase();
    const ends = item.split(words.rangeBreak).map((end) => readNumber(end, words));
    if (ends.includes(undefined)) return undefined;
    const [from, to] = ends;
    if (from !== undefined && to !== undefined) {
      if (to < from || to - from > 50) return undefined;
      for (let number = from; number <= to; number += 1) numbers.push(number);
      continue;
    }
    if (from === undefined) return undefined;
    numbers.push(from);
  }
  return [...new Set(numbers)];
}

/** "the first two", "last 3": as many places from either end. */
function readSpan(text: string, { words }: Language): number[] | undefined {
  const [, word = '', count = ''] = words.span.exec(text) ?? [];
  const start = words.positions.get(word.toLowerCase());
  const length = readNumber(count.toLowerCase(), words);
  if ((start !== 1 && start !== -1) || !length || length > 50) return undefined;
  return Array.from({ length }, (_, index) => (start === 1 ? index + 1 : index - length));
}

/** Places in a list out of "the second one", "first and last"; undefined when other words are among them. */
function readPositions(text: string, { words }: Language): number[] | undefined {
  const positions: number[] = [];
  for (const piece of text.replace(words.positionSuffix, '').split(words.itemBreak)) {
    const item = piece
      .replace(words.referenceFrame.before, '')
      .replace(words.positionSuffix, '')
      .trim()
      .toLowerCase();
    const numeral = words.ordinal.exec(item)?.[1];
    const position = words.positions.get(item) ?? (numeral ? readNumber(numeral, words) : undefined);
    if (position === undefined) return undefined;
    positions.push(position);
  }
  return positions.length > 0 ? positions : undefined;
}

/** Reads a reference, or undefined when nothing is left that could name a task. */
export function readReference(
  text: string,
  language: Language,
  now: Now,
  plain: (text: string) => string,
): Reference | undefined {
  const { words } = language;
  const trimmed = text.trim().replace(/[\s.!?,;:۔؟،؛]+$/, '');
  if (trimmed === '') return undefined;
  if (isQuotation(trimmed)) return { by: 'words', words: plain(trimmed) };

  const numbers = readNumbers(trimmed, language);
  if (numbers) return { by: 'number', numbers };
  if (words.one.test(trimmed)) return { by: 'mention', many: false };
  if (words.many.test(trimmed)) return { by: 'mention', many: true };
  const other = words.other.exec(trimmed);
  if (other) {
    const { words: called, many } = other.groups ?? {};
    const named = called ? { named: { words: plain(called), whole: plain(trimmed) } } : {};
    return { by: 'other', many: many !== undefined, ...named };
  }
  const positions = readSpan(trimmed, language) ?? readPositions(trimmed, language);
  if (positions) return { by: 'position', positions };
  const exception = words.exception.exec(trimmed)?.groups;
  const left = exception?.all ? readReference(exception.all, language, now, plain) : undefined;
  if (left?.by === 'filter') {
    const except = readReference(exception?.except ?? '', language, now, plain);
    if (except) return { ...left, except };
  }
  if (words.everything.test(trimmed)) {
    return { by: 'filter', filter: readFilter(trimmed, language, now, plain) };
  }
  const bare = trimmed
    .replace(words.referenceFrame.before, '')
    .replace(words.referenceFrame.after, '')
    .trim();
  const named = plain(bare === '' ? trimmed : bare);
  const inner = readNumbers(bare, language);
  if (inner) return { by: 'number', numbers: inner };
  if (named === '') return undefined;
  const dated = withDay(bare, language, now, plain);
  return { by: 'words', words: named, ...(dated ? { dated } : {}) };
}

/** "tomorrow's meeting", "the call on friday": the words without the day, and the day. */
function withDay(text: string, language: Language, now: Now, plain: (text: string) => string) {
  const { rest, due } = takeDate(text.replaceAll(language.words.belongs, ''), language, now);
  if (!due) return undefined;
  const bare = plain(rest.replace(language.words.referenceFrame.before, ''));
  const day = 'due_date' in due ? due.due_date : dayOf(wallClock(new Date(due.due_at), now.timeZone));
  return bare === '' ? undefined : { words: bare, day };
}
