/**
 * Text of people (titles, tags, search words) inside an answer. Answers are Markdown; what people wrote must appear
 * there as they wrote it, and must not turn the direction of the sentence around it.
 *
 * @module
 */

declare const plain: unique symbol;

/** Text that a Markdown renderer shows as it was written. Only `plainText` makes it. */
export type PlainText = string & { readonly [plain]: true };

const markdown = /[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|(?<=~)~/gu;
const leftToRight = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Han}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

// Isolates keep a name of the other direction together; the last one closes them again.
const firstStrong = '\u2068';
const close = '\u2069';

/** Makes people's own words safe to stand in an answer whose language is written in `direction`. */
export function plainText(text: string, direction: 'ltr' | 'rtl'): PlainText {
  const line = text.replaceAll(/[\p{Cc}\u2066-\u2069\u202A-\u202E]+/gu, ' ').trim();
  const escaped = line.replaceAll(markdown, (mark) => `\\${mark}`);
  const foreign = (direction === 'rtl' ? leftToRight : rightToLeft).test(line);
  return (foreign ? `${firstStrong}${escaped}${close}` : escaped) as PlainText;
}
