/** @module `JSON.parse` for long texts, in slices: it takes a tenth of a second for what an import may hold. */
import type { Pause } from '../http/pauses.ts';

/** Characters that are parsed at once: a few milliseconds. */
const AT_ONCE = 200_000;
/** Characters between two pauses while brackets are only counted. */
const COUNTED_AT_ONCE = 500_000;
/** What is long and lies deeper than that is parsed at once: each level is gone through again. */
const DEEPEST = 20;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Where something begins and ends in the text. */
type Span = readonly [start: number, end: number];

/** The same as `JSON.parse(text)`, and fails like it, though with other words. */
export async function parseInSlices(text: string, pause: Pause, atOnce: number = AT_ONCE): Promise<unknown> {
  const at = (index: number) => text.charCodeAt(index);

  async function parse([start, end]: Span, depth: number): Promise<unknown> {
    await pause();
    let first = start;
    while (first < end && BLANK.has(at(first))) first++;
    const bracket = text.charAt(first);
    if (end - start <= atOnce || depth === DEEPEST || (bracket !== '[' && bracket !== '{')) {
      return JSON.parse(text.slice(start, end));
    }
    const members = await membersOf(first, end);
    return bracket === '[' ? parseList(members, depth) : parseObject(members, depth);
  }

  async function parseList(members: readonly Span[], depth: number): Promise<unknown[]> {
    const list: unknown[] = [];
    for (const part of grouped(members, atOnce)) {
      const [start, end] = part.span;
      if (part.isLarge) list.push(await parse(part.span, depth + 1));
      else for (const value of JSON.parse(`[${text.slice(start, end)}]`)) list.push(value);
      await pause();
    }
    return list;
  }

  async function parseObject(members: readonly Span[], depth: number): Promise<object> {
    const entries = new Map<string, unknown>();
    for (const part of grouped(members, atOnce)) {
      const [start, end] = part.span;
      if (part.isLarge) {
        const colon = await colonOf(start, end);
        const [key = ''] = Object.keys(JSON.parse(`{${text.slice(start, colon)}:0}`));
        entries.set(key, await parse([colon + 1, end], depth + 1));
      } else {
        const some: object = JSON.parse(`{${text.slice(start, end)}}`);
        for (const [key, value] of Object.entries(some)) entries.set(key, value);
      }
      await pause();
    }
    // Not assigned: a member may be called `__proto__`.
    return Object.fromEntries(entries);
  }

  /** What lies between the bracket at `open` and its counterpart, which is the last thing before `end`. */
  async function membersOf(open: number, end: number): Promise<Span[]> {
    const members: Span[] = [];
    let depth = 0;
    let start = open + 1;
    let pauseAt = start + COUNTED_AT_ONCE;
    for (let index = start; index < end; index++) {
      if (index >= pauseAt) {
        pauseAt = index + COUNTED_AT_ONCE;
        await pause();
      }
      const character = at(index);
      if (character === QUOTE) index = endOfString(index, end);
      else if (OPENING.has(character)) depth++;
      else if (character === COMMA && depth === 0) {
        members.push([start, index]);
        start = index + 1;
      } else if (CLOSING.has(character)) {
        if (depth-- > 0) continue;
        members.push([start, index]);
        if (text.charAt(index) !== (text.charAt(open) === '[' ? ']' : '}'))
          throw broken('a bracket is wrong');
        if (!isBlank(index + 1, end)) throw broken('something follows its end');
        const isEmpty = members.length === 1 && isBlank(start, index);
        if (!isEmpty && members.some((member) => isBlank(...member))) throw broken('a comma is too many');
        return isEmpty ? [] : members;
      }
    }
    throw broken('it ends too early');
  }

  function endOfString(open: number, end: number): number {
    for (let close = open; ; ) {
      close = text.indexOf('"', close + 1);
      if (close < 0 || close >= end) throw broken('a text does not end');
      let escapes = 0;
      while (at(close - 1 - escapes) === BACKSLASH) escapes++;
      if (escapes % 2 === 0) return close;
    }
  }

  /** Behind the name of a member. */
  async function colonOf(start: number, end: number): Promise<number> {
    let index = start;
    while (index < end && BLANK.has(at(index))) index++;
    if (at(index) !== QUOTE) throw broken('a name is missing');
    const colon = text.indexOf(':', endOfString(index, end));
    if (colon < 0 || colon >= end) throw broken('a colon is missing');
    return colon;
  }

  function isBlank(start: number, end: number): boolean {
    for (let index = start; index < end; index++) if (!BLANK.has(at(index))) return false;
    return true;
  }

  return parse([0, text.length], 0);
}

function broken(why: string): SyntaxError {
  return new SyntaxError(why);
}

/** Neighbours together, as far as they are parsed at once; one that is too long for that by itself. */
function* grouped(members: readonly Span[], atOnce: number): Generator<{ span: Span; isLarge: boolean }> {
  let group: Span | undefined;
  for (const member of members) {
    const [start, end] = member;
    if (group && end - group[0] > atOnce) {
      yield { span: group, isLarge: false };
      group = undefined;
    }
    if (end - start > atOnce) yield { span: member, isLarge: true };
    else group = [group?.[0] ?? start, end];
  }
  if (group) yield { span: group, isLarge: false };
}
