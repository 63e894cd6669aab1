import { describe, expect, it } from 'vitest';
import type { Certainty, Language } from '../language.ts';
import { english } from '../languages/en/english.ts';
import { spokenLanguage } from './spoken-language.ts';

const speaks = (text: string): Certainty =>
  /\bajoute\b/i.test(text) ? 'surely' : /\p{L}/u.test(text) ? 'no' : 'maybe';
const french: Language = { ...english, code: 'fr', speaks };
const heard = (message: string, current: Language) =>
  spokenLanguage(message, [english, french], current).code;

describe('spokenLanguage', () => {
  it('follows a message that is surely in another language', () => {
    expect(heard('Ajoute du lait', english)).toBe('fr');
    expect(heard('show my tasks', french)).toBe('en');
  });

  it('stays when a message could be either', () => {
    expect(heard('2', french)).toBe('fr');
    expect(heard('👍', french)).toBe('fr');
    expect(heard('2', english)).toBe('en');
  });

  it('does not listen to what is quoted', () => {
    expect(heard('add "ajoute"', english)).toBe('en');
    expect(heard('"ajoute"', english)).toBe('fr');
  });

  it('stays when no language knows the message', () => {
    expect(heard('привет', english)).toBe('en');
  });
});
