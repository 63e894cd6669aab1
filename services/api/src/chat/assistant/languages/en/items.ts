/** Whether what is to be added is one task or several. @module */
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { kindsOfItems, size } from '../../understanding/kinds-of-items.ts';
import { isQuotation } from '../../understanding/quotes.ts';
import { datedItems } from './dated-items.ts';
import { taskVerbs } from './verbs.ts';

const bullet = /^\s*(?:[-*•–·]|\d{1,2}[.)]|\[[ x]?\])\s*(?=\D)/;
const comma = /\s*,\s*(?:(?:and|then|also|plus)\s+)*|\s+and\s+(?=to\s)/i;
const and =
  /\s+(?:and|&|\+|\/)\s+(?:(?:then|also|after (?:that|this)|afterwards|finally|lastly)\s+)*|\s+(?:then|after that|afterwards|also|plus|as well as)\s+/i;

/** "One to buy flowers, another to …" are ways to count, not titles. */
const counting =
  /^(?:and |also |then |finally,? |lastly,? |first(?:ly)?,? (?=(?!one\b|aid\b|class\b)[a-z]+ )|second(?:ly)?,? (?=[a-z]+ (?:the|my|a)\b))*(?:(?:one|another|the other|a third|first|second|third)(?: one)?(?: is)? (?=to\b))?(?:to )?(?=\S)/i;
const bare = (text: string) => text.trim().replace(counting, '');
const first = (text: string) => /^\w+/.exec(bare(text))?.[0].toLowerCase() ?? '';
const isAction = (text: string) => taskVerbs.has(first(text)) && size(bare(text)) > 1;
const { isName, alike } = kindsOfItems(isAction, bare);

/** A date, a priority or a tag behind a comma belongs to the task before it. */
function isDetail(text: string, reader: ClauseReader): boolean {
  return (
    reader.due(text) !== undefined ||
    reader.priority(text) !== undefined ||
    /^(?:#|(?:with|tag(?:ged)?|priority|prio|due|deadline|notes?|description|by|at|on|for|not|but|it|which|because|since|so)\b)/i.test(
      text,
    )
  );
}

function split(text: string, reader: ClauseReader, { named = false } = {}): string[] | undefined {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  if (lines.length > 1 && (named || alike(lines)))
    return lines.map((line) => line.replace(bullet, '').replace(/[,;]\s*$/, ''));
  const numbered = text.split(/(?:^|[\s,;]+)\d{1,2}[.):]\s*(?=\D)/).filter((item) => item.trim() !== '');
  if (numbered.length > 1 && /^\s*1[.):]/.test(text)) return numbered;
  const parts = text.split(/\s*;\s*/).filter((part) => part !== '');
  if (parts.slice(1).some((part) => isDetail(part, reader))) return undefined;
  if (parts.length > 1 && (named || alike(parts))) return parts;

  const dated = datedItems(text, reader);
  if (dated) return dated;
  const pieces = text.split(comma).filter((piece) => piece.trim() !== '');
  if (pieces.slice(1).some((piece) => isDetail(piece, reader))) return undefined;
  const last = pieces.at(-1) ?? '';
  const ends = last.split(and).filter((piece) => piece.trim() !== '');
  if (pieces.length > 1) {
    const all = [...pieces.slice(0, -1), ...ends];
    if (alike(all)) return all;
    // "Eggs, rice and a birthday card for Ali": in an announced list the last "and" joins like a comma.
    const joined = ends.length === 2 && !/,\s*(?:and|&)\s/i.test(text) && ends.every((end) => !isAction(end));
    if (named && joined && pieces.length > 2 && pieces.every((piece) => !isAction(piece))) return all;
    // "Laundry, clean the kitchen and call mom": whatever follows a name and is something to do is no more of it.
    const mixed = !isAction(all[0] ?? '') && all.every((piece) => isName(piece) || isAction(piece));
    if (mixed && (all.length > 2 || isAction(all[1] ?? ''))) return all;
    return alike(pieces) || named ? pieces : undefined;
  }
  if (ends.length < 2 || ends.slice(1).some((piece) => isDetail(piece, reader))) return undefined;
  // "Whiten the trainers and wash the bag": what follows is surely something else to do.
  const actions = size(bare(ends[0] ?? '')) > 1 && ends.slice(1).every(isAction);
  return actions || ends.every(isQuotation) || (named && alike(ends)) ? ends : undefined;
}

/**
 * The tasks in "buy milk, call Bob and pay rent", "milk, eggs and bread" or a list on lines; undefined when it is one
 * task ("buy milk, eggs and bread", "wash and iron the shirts"). `named` says that several were announced or that
 * things are put on a list: then "milk and eggs" are two.
 */
export function severalItems(
  text: string,
  reader: ClauseReader,
  options: { named?: boolean } = {},
): string[] | undefined {
  return split(text, reader, options)?.map(bare);
}
