/** Urdu. @module */
import type { Language } from '../../language.ts';
import { isRoman } from '../latin-urdu.ts';
import { askedInOne } from './asked-behind.ts';
import { dates } from './dates.ts';
import { act, imperative, necessity, pattern } from './forms.ts';
import { tidy as unified } from './letters.ts';
import { phrases } from './phrases.ts';
import { recurrence } from './recurrence.ts';
import { written } from './roman.ts';
import { continuations, rules } from './rules.ts';
import { spans } from './spans.ts';
import { words } from './words.ts';

const tidy = (text: string) => askedInOne(unified(text));
const urduLetter = /\p{Script=Arabic}/u;
const latinWord = /\p{Script=Latin}{2,}/u;
/** How Urdu clauses end, whatever they hold: the verb stands last. */
const verbLast = pattern(
  `(?<![\\p{L}\\p{M}])(?:${act}|${imperative('دکھا', 'بتا', 'ہٹا', 'مٹا', 'ڈال', 'رکھ', 'لگا', 'دلا')}|${necessity}|ہو گیا|ہوگیا|ہو گئی|کو|کا|کی|کے)(?=\\s*(?:$|[.!?۔؟،؛:#(\\n]|اور\\s))`,
);

export const urdu: Language = {
  code: 'ur',
  // Twenty-four hours: `phrases.due` says them by the part of the day.
  locale: 'ur-PK-u-nu-latn-hc-h23',
  direction: 'rtl',
  example: 'کل شام پانچ بجے دودھ لانا شامل کرو',
  speaks: (text) => {
    if (!/\p{L}/u.test(text)) return 'maybe';
    if (isRoman(text)) return 'surely';
    if (!urduLetter.test(text)) return 'no';
    if (!latinWord.test(text) || verbLast.test(unified(text))) return 'surely';
    // "add دودھ لانا" is English around an Urdu title; "نیا کام: call mom" is Urdu.
    return /^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? 'surely' : 'no';
  },
  tidy,
  written,
  words,
  // Left to a second reading, since Urdu joins and parts its words freely.
  vocabulary: { mendable: [], realWords: new Set(), keys: {} },
  rules,
  continuations,
  phrases,
  dates,
  spans,
  recurrence,
};
