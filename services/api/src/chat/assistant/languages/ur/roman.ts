/**
 * Urdu in Latin letters, as it is typed on a phone: the small words and the verbs of requests are written as the rules
 * know them. Names of things stay as they were typed, and what becomes part of a title gets its letters back.
 *
 * @module
 */
import type { Spelt } from '../../understanding/spelling.ts';
import { isRoman } from '../latin-urdu.ts';
import { spellings } from './roman-spellings.ts';
import { withVerbsWritten } from './roman-verbs.ts';

const meant = new Map(
  Object.entries(spellings).flatMap(([word, typed]) =>
    typed.split(' ').map((one): [string, string] => [one, word]),
  ),
);
const word = /(?<![\p{L}\p{N}#@\uE000'-])[A-Za-z]+(?![\p{L}\p{N}'-])/gu;

/** The text as the rules know it. */
export function written(text: string): Spelt {
  if (text.length > 300 || !isRoman(text)) return { text, asTyped: (piece) => piece };
  const typed = new Map<string, string>();
  const keep = (urdu: string, latin: string) => {
    typed.set(urdu, latin);
  };
  const plain = text
    .replaceAll(
      /(?<=\S)\s+(?:yaar|bhai|please|plz|pls)(?=\s*[.,!?]*$|\s+(?:add|likh|note|delete|show|dikha|kar|yaad))/gi,
      '',
    )
    .replaceAll(/\bkam (?=priority|zaroori|zaruri|ahem|aham|important)/gi, 'کم ')
    // "5 pm", "8:30 am": the part of the day goes in front.
    .replaceAll(
      /\b(\d{1,2}(?::\d\d)?) ?([ap])\.?m\b\.?/gi,
      (_all, clock: string, half: string) => `${/a/i.test(half) ? 'صبح' : 'شام'} ${clock} بجے`,
    )
    .replaceAll(/(?<=[\p{L}])\s+(?:maine|mene|meine)(?=\s*[.!?]*$)/giu, '')
    .replaceAll(/\b(?:maine|mene|meine)\b/gi, 'میں نے')
    // "Likh lo ke …": what is to be written down.
    .replaceAll(
      /(?<=\b(?:likh lo|likh do|likho|dilana|dila do|rakhna|add karo|add kardo|note karo) )ke(?= )/gi,
      'کہ',
    )
    .replaceAll(/\?/g, '؟')
    .replaceAll(/,/g, '،')
    .replaceAll(word, (one) => {
      const found = meant.get(one.toLowerCase());
      if (found) keep(found, one);
      // The plain form, in which a title is written down.
      if (found?.endsWith('نی') || found?.endsWith('نے')) {
        const bare = `${found.slice(0, -1)}ا`;
        if (!typed.has(bare)) keep(bare, one.replace(/(?:i|e|ay)$/i, 'a'));
      }
      return found ?? one;
    });
  const result = withVerbsWritten(plain, keep);
  const letters = /[\p{Script=Arabic}\p{M}]+/gu;
  if (result.includes('کہ') && !typed.has('کہ')) typed.set('کہ', 'ke');
  return { text: result, asTyped: (piece) => piece.replaceAll(letters, (one) => typed.get(one) ?? one) };
}
