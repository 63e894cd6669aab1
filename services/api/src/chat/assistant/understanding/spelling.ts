/**
 * Mends slips of the finger in the words that commands are made of. Real words are left alone, and what becomes part of
 * a title gets the letters back that were typed.
 *
 * @module
 */
import { editDistance } from '../resolving/similarity.ts';

export interface Vocabulary {
  /** What is mended; of two words that are alike the more frequent one first. */
  mendable: readonly string[];
  /** Words that look like one of those, and are meant as they stand. */
  realWords: ReadonlySet<string>;
  /** The keys beside a letter. */
  keys: Readonly<Record<string, string>>;
}

export interface Spelt {
  text: string;
  /** Puts the typed letters back into a piece of the text. */
  asTyped(piece: string): string;
}

/** In characters; nobody types a longer message by hand in a hurry. */
const longest = 600;
const likely = 4;

const vowels = /[aeiouy]/;
const single = (word: string) => word.replaceAll(/(.)\1+/g, '$1');
const sorted = (word: string) => [...word].sort().join('');

/** How unlikely a slip is that made one word of another, from 0; undefined when it would be no slip. */
function unlikeliness(typed: string, meant: string, keys: Vocabulary['keys']): number | undefined {
  if (Math.abs(typed.length - meant.length) > 2) return undefined;
  if (typed.length >= meant.length && single(typed) === single(meant)) return 0;
  const far = meant.length >= 8 ? 2 : 1;
  const distance = editDistance(typed, meant, far);
  if (distance > far) return undefined;
  if (distance === 2) return typed[0] === meant[0] ? 5 : undefined;
  if (typed.length === meant.length) {
    if (sorted(typed) === sorted(meant)) return 1;
    const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
    const [had, wanted] = [typed[at] ?? '', meant[at] ?? ''];
    if (meant.length < likely) return undefined;
    if (keys[wanted]?.includes(had)) return 3;
    if (meant.length === likely || at === 0) return undefined;
    return vowels.test(had) && vowels.test(wanted) ? 3 : 5;
  }
  if (typed.length < meant.length) {
    // "Shw" and "lst": without a vowel it is no word at all.
    if (typed[0] !== meant[0]) return meant.length > likely + 1 ? 4 : undefined;
    return meant.length >= likely || !vowels.test(typed) ? 2 : undefined;
  }
  return meant.length >= likely ? 4 : undefined;
}

const known = new WeakMap<Vocabulary, Map<string, string>>();
const remembered = 5000;

function meantBy(typed: string, vocabulary: Vocabulary): string {
  const { mendable, realWords, keys } = vocabulary;
  // "Pleeease", "yesss": no word has a letter three times in a row.
  const word = /(.)\1\1/.test(typed) ? typed.replaceAll(/(.)\1{2,}/g, '$1$1') : typed;
  if (word.length < 3 || realWords.has(word) || mendable.includes(word)) return word === typed ? typed : word;
  let best: { word: string; unlikeliness: number } | undefined;
  for (const meant of mendable) {
    const slip = unlikeliness(word, meant, keys);
    if (slip !== undefined && slip < (best?.unlikeliness ?? Number.POSITIVE_INFINITY)) {
      best = { word: meant, unlikeliness: slip };
    }
  }
  return best?.word ?? typed;
}

/** The message with its slips mended. */
export function spelt(text: string, vocabulary: Vocabulary): Spelt {
  if (text.length > longest) return { text, asTyped: (piece) => piece };
  const cache = known.get(vocabulary) ?? new Map<string, string>();
  known.set(vocabulary, cache);
  if (cache.size > remembered) cache.clear();
  const shouted = text === text.toUpperCase();
  const mended = new Map<string, string>();
  const result = text.replaceAll(
    /(?<![\p{L}\p{N}#@&'’.\uE000/-])\p{L}{3,}(?![\p{L}\p{N}'’\uE001/@-]|\.\p{L})/gu,
    (word: string, index: number) => {
      // A capital within a sentence begins a name.
      const begins = /(?:^|[.!?:;\n]\s*)$/.test(
        text
          .slice(0, index)
          .replace(/\p{Lu}\p{Ll}{0,3}\.\s*$/u, 'M')
          .trimEnd(),
      );
      if (!shouted && !begins && /^\p{Lu}/u.test(word)) return word;
      const small = word.toLowerCase();
      const meant = cache.get(small) ?? meantBy(small, vocabulary);
      cache.set(small, meant);
      if (meant === small) return word;
      mended.set(meant, word);
      return meant;
    },
  );
  for (const meant of mended.keys()) {
    // Written well elsewhere: then nobody knows which of the two a piece holds.
    if (new RegExp(`(?<!\\p{L})${meant}(?!\\p{L})`, 'iu').test(text)) mended.delete(meant);
  }
  if (mended.size === 0) return { text: result, asTyped: (piece) => piece };
  const written = new RegExp(`(?<!\\p{L})(?:${[...mended.keys()].join('|')})(?!\\p{L})`, 'giu');
  return {
    text: result,
    asTyped: (piece) => piece.replaceAll(written, (word) => mended.get(word.toLowerCase()) ?? word),
  };
}
