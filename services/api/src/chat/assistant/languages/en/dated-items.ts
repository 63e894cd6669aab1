/** "Laundry and dishes for tonight and groceries for tomorrow": things to do, each with the day that stands behind it. @module */
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { taskVerbs } from './verbs.ts';

const between = /\s*,\s*(?:(?:and|then|also)\s+)*|\s+(?:and|&)\s+(?:then\s+|also\s+)?/i;
const longest = 8;
/** Tells something, and is nothing to do. */
const telling =
  /^(?:he|she|it|they|i|we|you|his|her|their|its|which|that|because|since|as|so|but|or|not|then it)\b/i;

interface Piece {
  words: string;
  /** The day or time at its end, as it was said. */
  when: string;
}

function pieceOf(text: string, reader: ClauseReader): Piece {
  const dated = reader.dated(text);
  return dated && dated.rest !== '' && text.startsWith(dated.rest)
    ? { words: dated.rest, when: text.slice(dated.rest.length) }
    : { words: text, when: '' };
}

const wordsOf = (text: string) => text.split(/\s+/);
const isAction = (text: string) => taskVerbs.has((wordsOf(text)[0] ?? '').toLowerCase());

/**
 * The items of a text of which several have a day of their own; undefined when there are fewer. An item without a day
 * shares that of the next, and a name behind something to do shares its verb: "call mom on friday and dad on sunday".
 */
export function datedItems(text: string, reader: ClauseReader): string[] | undefined {
  const texts = text.split(between).filter((piece) => piece.trim() !== '');
  if (texts.length < 2 || texts.length > 12 || text.includes('\n')) return undefined;
  if (texts.some((piece) => reader.due(piece) !== undefined || reader.priority(piece) !== undefined))
    return undefined;
  const pieces = texts.map((piece) => pieceOf(piece.trim(), reader));
  const dated = pieces.filter(({ when }) => when !== '');
  if (dated.length < 2 || pieces.at(-1)?.when === '') return undefined;
  if (pieces.some(({ words }) => wordsOf(words).length > longest || telling.test(words))) return undefined;
  const [first] = pieces;
  const verb =
    first && isAction(first.words) && wordsOf(first.words).length > 1 ? wordsOf(first.words)[0] : '';
  return pieces.map(({ words, when }, index) => {
    const day = when || (pieces.slice(index).find((later) => later.when !== '')?.when ?? '');
    const own = index === 0 || !verb || isAction(words) || wordsOf(words).length > 2;
    return `${own ? '' : `${verb} `}${words}${day}`;
  });
}
