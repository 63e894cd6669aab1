/** @module The title of a conversation, made from how it begins. */

const TITLE_LENGTH = 60;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Turns the direction of what follows it: it must not reach beyond the message. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** How a line begins that is a heading, a quote or an item of a list. */
const LINE_MARK = /^(?:#{1,6}|>|[-*•]|\d+[.)])\s+/u;

/** The first words of the first message, as a title is written. */
export function titleOf(message: string): string {
  const line = message
    .replaceAll(DIRECTION_MARKS, '')
    .trim()
    .replace(LINE_MARK, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  const [first = '', ...rest] = characters;
  const title = first.toLocaleUpperCase() + rest.join('');
  if (characters.length <= TITLE_LENGTH) return title.replace(/(?<=[^.])[.,;:]$/, '');
  const cut = first.toLocaleUpperCase() + rest.slice(0, TITLE_LENGTH - 2).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:]+$/, '')}…`;
}
