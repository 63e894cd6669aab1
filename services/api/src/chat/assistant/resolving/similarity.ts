/** How well a few words fit a task's title: stems, synonyms and small typing errors. @module */
import type { Words } from '../language.ts';

/** A word as it was written and what it comes from. */
export interface Word {
  written: string;
  stem: string;
}

/** The words of a text that can tell tasks apart. */
export function significantWords(text: string, words: Words): Word[] {
  const all = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
  const telling = all.filter((word) => !words.noise.has(word));
  return (telling.length > 0 ? telling : all).map((written) => ({
    written,
    stem: words.stem(words.sameAs.get(written) ?? written),
  }));
}

/** Edits between two words (insert, delete, replace, swap of neighbours), or more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

/** How alike two words are, 0 to 1. */
function likeness(one: Word, other: Word): number {
  if (one.written === other.written) return 1;
  const [left, right] = [one.stem, other.stem];
  if (left === right) return 0.97;
  const shorter = Math.min(left.length, right.length);
  if (shorter >= 4 && (left.startsWith(right) || right.startsWith(left))) return 0.9;
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  return allowed > 0 && editDistance(left, right, allowed) <= allowed ? 0.85 : 0;
}

/** The share of some words that others hold. */
export function covered(some: readonly Word[], by: readonly Word[]): number {
  if (some.length === 0) return 0;
  const sum = some.reduce(
    (total, word) => total + Math.max(0, ...by.map((other) => likeness(word, other))),
    0,
  );
  return sum / some.length;
}

/**
 * How well asked words fit a title, 0 to 1: the share of them that the title holds. A title of several words that is
 * said as a whole among others ("I called mom about the party") fits as well.
 */
export function fit(asked: readonly Word[], title: readonly Word[]): number {
  const named = title.length > 1 ? 0.92 * covered(title, asked) : 0;
  return Math.max(covered(asked, title), named >= 0.85 ? named : 0);
}
