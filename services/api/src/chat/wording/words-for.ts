/** @module Picks the language in which the chat itself speaks. */
import type { Language } from '../../accounts/profile/preferences.ts';
import { languages } from '../assistant/languages/languages.ts';
import { spokenLanguage } from '../assistant/understanding/spoken-language.ts';
import { english } from './english.ts';
import { urdu } from './urdu.ts';
import type { Words } from './words.ts';

const [first] = languages;

/**
 * The words for a person who wrote this, in the language that the built-in assistant would answer in: the message's, or
 * the one that they chose when the message is in none, such as "2".
 */
export function wordsFor(message: string, chosen?: Language | null): Words {
  const preferred = languages.find(({ code }) => code === chosen) ?? first;
  return spokenLanguage(message, languages, preferred).code === 'ur' ? urdu : english;
}
