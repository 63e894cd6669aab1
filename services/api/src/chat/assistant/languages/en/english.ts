/** English. @module */
import type { Language } from '../../language.ts';
import { isRoman } from '../latin-urdu.ts';
import { asides } from './asides.ts';
import { dates } from './dates.ts';
import { keys } from './keys.ts';
import { phrases } from './phrases.ts';
import { recurrence } from './recurrence.ts';
import { rereadings } from './rereadings.ts';
import { retitled } from './retitled.ts';
import { alone, continuations, rules } from './rules.ts';
import { spans } from './spans.ts';
import { mendable, realWords } from './spelling-words.ts';
import { tidy } from './tidy.ts';
import { words } from './words.ts';

/** Words that hardly any other language has. */
const common =
  /\b(?:the|my|to|and|is|are|was|what|what's|whats|show|list|add|delete|remove|mark|done|remind|me|i|i'm|task|tasks|change|with|for|please|undo|all|of|it|that|need|have|help|hello|thanks|yes|no)\b/i;
const opening =
  /^\W*(?:(?:please|can you|could you|hey|hi|ok|and|then|now|also|just)\W+)*(?:(?:add|create|make|new|put|remind|delete|remove|mark|complete|finish|rename|change|update|set|move|tag|show|list|find|search|undo|restore|reopen|what|which|how|when)\b|(?:is|are|do|did|done|i|i'm|i've|my|the|task|yes|no)\b.*[a-z]\W*$)/iu;

export const english: Language = {
  code: 'en',
  locale: 'en-US',
  direction: 'ltr',
  example: 'add milk to my list for tomorrow at 5pm',
  speaks: (text) => {
    // Beside another script, English is only sure of what begins as English does: with what is to be done.
    const mixed = /\p{L}/u.test(text.replaceAll(/\p{Script=Latin}/gu, ''));
    if (!mixed && isRoman(text)) return 'maybe';
    if ((mixed ? opening : common).test(text)) return 'surely';
    return /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text) ? 'no' : 'maybe';
  },
  tidy,
  words,
  asides,
  rereadings,
  vocabulary: { mendable, realWords, keys },
  retitled,
  rules,
  continuations,
  alone,
  phrases,
  dates,
  spans,
  recurrence,
};
