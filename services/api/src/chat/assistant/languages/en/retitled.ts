/** A title in which one thing was wrong: "Buy a gift for Leo", "sorry, I meant Theo". @module */
import { taskVerbs } from './verbs.ts';

const number = /^\d+(?:[.,:]\d+)?$/;
const preposition = /^(?:for|with|to|from|at|about|of|on|in|by)$/i;
const mostMeant = 3;

const wordsOf = (text: string) => text.trim().split(/\s+/);
const isName = (text: string) => /^\p{Lu}\p{Ll}+$/u.test(text);

/** The words with the one at `index` exchanged; a name stays one. */
function exchanged(words: readonly string[], index: number, meant: string): string {
  const word = isName(words[index] ?? '') ? `${meant.charAt(0).toLocaleUpperCase()}${meant.slice(1)}` : meant;
  return [...words.slice(0, index), word, ...words.slice(index + 1)].join(' ');
}

/** The only place of a list for which something holds. */
function onlyPlace(words: readonly string[], fits: (word: string) => boolean): number {
  const first = words.findIndex(fits);
  return first === words.findLastIndex(fits) ? first : -1;
}

/** The title with what was meant in the place of what was said; only what was meant, where that place is not clear. */
export function retitled(title: string, meant: string): string {
  const had = wordsOf(title);
  const said = wordsOf(meant);
  if (number.test(meant)) {
    const at = onlyPlace(had, (word) => number.test(word));
    // "2" said of "Size 42" is another task.
    return at >= 0 && had[at]?.length === meant.length ? exchanged(had, at, meant) : meant;
  }
  const verb = had[0]?.toLowerCase() ?? '';
  const led = had.findLastIndex((word) => preposition.test(word)) === had.length - 2;
  if (said.length > mostMeant || had.length < 2 || taskVerbs.has(said[0]?.toLowerCase() ?? '')) return meant;
  if (!taskVerbs.has(verb)) {
    // "Meeting with Sara": a name for a name.
    return led && isName(meant) && isName(had.at(-1) ?? '') ? exchanged(had, had.length - 1, meant) : meant;
  }
  const name = said.length === 1 ? onlyPlace(had.slice(1), isName) : -1;
  if (name >= 0) return exchanged(had, name + 1, meant);
  // "Call john": the other word; "buy a gift for john": the one behind "for".
  return had.length === 2 || led ? exchanged(had, had.length - 1, meant) : meant;
}
