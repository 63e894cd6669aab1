/** Reads how a person points at a task: its number, its place in a list, "it", words of its title, or a whole group. @module */
import type { Language } from '../language.ts';
import type { Reference } from '../requests.ts';
import type { Now } from './dates.ts';
import { readFilter } from './filters.ts';
import { isQuotation } from './quotes.ts';

/** Task numbers out of "3", "#3 and 5", "1, 2 and 4", "2-4", "three"; undefined when other words are among them. */
function readNumbers(text: string, { words }: Language): number[] | undefined {
  const bare = text.replace(words.numberPrefix, '').trim();
  if (bare === '') return undefined;
  const numbers: number[] = [];
  for (const piece of bare.split(words.itemBreak)) {
    const item = piece.replace(words.numberPrefix, '').trim().toLowerCase();
    const range = /^#?(\d+)\s*(?:-|–|to|through)\s*#?(\d+)$/.exec(item);
    if (range) {
      const [from, to] = [Number(range[1]), Number(range[2])];
      if (to < from || to - from > 50) return undefined;
      for (let number = from; number <= to; number += 1) numbers.push(number);
      continue;
    }
    const digits = /^#?(\d{1,9})$/.exec(item)?.[1];
    const number = digits ? Number(digits) : words.numbers.get(item);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  return [...new Set(numbers)];
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
    const numeral = /^(\d+)(?:st|nd|rd|th)$/.exec(item)?.[1];
    const position = numeral ? Number(numeral) : words.positions.get(item);
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
  const trimmed = text.trim().replace(/[\s.!?,;:]+$/, '');
  if (trimmed === '') return undefined;
  if (isQuotation(trimmed)) return { by: 'words', words: plain(trimmed) };

  const numbers = readNumbers(trimmed, language);
  if (numbers) return { by: 'number', numbers };
  if (words.one.test(trimmed)) return { by: 'mention', many: false };
  if (words.many.test(trimmed)) return { by: 'mention', many: true };
  const positions = readPositions(trimmed, language);
  if (positions) return { by: 'position', positions };
  if (words.everything.test(trimmed)) {
    const { query, ...filter } = readFilter(trimmed, language, now, plain);
    return { by: 'filter', filter: query ? { ...filter, query } : filter };
  }
  const bare = trimmed
    .replace(words.referenceFrame.before, '')
    .replace(words.referenceFrame.after, '')
    .trim();
  const left = plain(bare === '' ? trimmed : bare);
  const inner = readNumbers(bare, language);
  if (inner) return { by: 'number', numbers: inner };
  return left === '' ? undefined : { by: 'words', words: left };
}
