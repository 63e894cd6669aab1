/** Which language a message is in. @module */
import type { Certainty, Language } from '../language.ts';
import { withoutQuotes } from './quotes.ts';

/**
 * The language that is surely spoken, else one that may be; the language spoken so far goes first, so that "2" or "ok"
 * does not change it. What is quoted is a name and tells nothing.
 */
export function spokenLanguage(message: string, languages: readonly Language[], current: Language): Language {
  const { text, restore } = withoutQuotes(message);
  const said = text.replaceAll(/[\uE000\uE001]\d*/g, ' ');
  const heard = /[\p{L}\p{N}]/u.test(said) ? said : restore(text);
  const order = [current, ...languages.filter((language) => language !== current)];
  const certainties: Certainty[] = ['surely', 'maybe'];
  for (const certainty of certainties) {
    const found = order.find((language) => language.speaks(heard) === certainty);
    if (found) return found;
  }
  return current;
}
