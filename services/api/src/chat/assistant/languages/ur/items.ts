/** Whether what is to be added is one task or several. @module */
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { kindsOfItems, size } from '../../understanding/kinds-of-items.ts';
import { isQuotation } from '../../understanding/quotes.ts';
import { necessity, pattern } from './forms.ts';

const bullet = /^\s*(?:[-*•–·]|\p{Nd}{1,2}[.)۔-]|\[[ x]?\])\s*/u;
const comma = /\s*[،,]\s*(?:(?:اور|پھر|نیز)\s+)*/u;
const and = /\s+(?:اور|نیز)\s+(?:پھر\s+)?/u;
const counted = /^(?:ایک|پہلا|دوسرا|تیسرا|چوتھا|پانچواں)\s+/u;

/** Ends in an infinitive: something to do. */
const deed = pattern(`[\\p{L}\\p{M}]ن[اےی](?:\\s${necessity})?$`);
const isAction = (text: string) => size(text) > 1 && deed.test(text.trim());
const { isName, alike } = kindsOfItems(isAction);

/** A date, a priority, a tag or a note behind a comma belongs to the task before it. */
function isDetail(text: string, reader: ClauseReader): boolean {
  return (
    reader.due(text) !== undefined ||
    reader.priority(text) !== undefined ||
    /^(?:#|(?:ٹیگ|لیبل|ترجیح|تفصیل|نوٹ|وضاحت|کیونکہ|تاکہ|لیکن|مگر|جو)(?![\p{L}\p{M}]))|(?:ترجیح|پرائیورٹی)$|^تاریخ/u.test(
      text.trim(),
    )
  );
}

/**
 * The tasks in "دودھ لانا، امی کو فون کرنا اور بل بھرنا", "آٹا، چینی اور گھی" or a list on lines; undefined when it is
 * one task. The last noun of "آلو، پیاز اور ٹماٹر خریدنا" carries the verb of all, so that is one. `named` says that
 * several were announced or that things are put on a list.
 */
export function severalItems(text: string, reader: ClauseReader, named: boolean): string[] | undefined {
  const items = itemsOf(text, reader, named);
  return items?.[1]?.startsWith('دوسرا ') ? items.map((item) => item.replace(counted, '')) : items;
}

function itemsOf(text: string, reader: ClauseReader, named: boolean): string[] | undefined {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  if (lines.length > 1) return lines.map((line) => line.replace(bullet, '').replace(/[،,;؛۔]\s*$/u, ''));
  const numbered = text.split(/(?:^|[\s،,;؛]+)\p{Nd}{1,2}[.)۔]\s+/u).filter((item) => item.trim() !== '');
  if (numbered.length > 1 && /^\s*[1۱١][.)۔]\s/u.test(text)) return numbered;
  const parts = text.split(/\s*[;؛]\s*/u).filter((part) => part !== '');
  if (parts.length > 1) return parts;

  const pieces = text.split(comma).filter((piece) => piece.trim() !== '');
  if (pieces.slice(1).some((piece) => isDetail(piece, reader))) return undefined;
  const last = pieces.at(-1) ?? '';
  const ends = last.split(and).filter((piece) => piece.trim() !== '');
  if (pieces.length > 1) {
    const all = [...pieces.slice(0, -1), ...ends];
    if (alike(all)) return all;
    return alike(pieces) || (named && !(isAction(last) && pieces.slice(0, -1).every(isName)))
      ? pieces
      : undefined;
  }
  if (ends.length < 2 || ends.slice(1).some((piece) => isDetail(piece, reader))) return undefined;
  return ends.every(isAction) || ends.every(isQuotation) || (named && alike(ends)) ? ends : undefined;
}
