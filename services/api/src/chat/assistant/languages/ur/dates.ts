/** Finds days and times in Urdu text. @module */
import type { FoundDate, Language } from '../../language.ts';
import { latinDigits } from '../../understanding/digits.ts';
import { dayOf } from '../../understanding/zone.ts';
import { type PartOfDay, type Piece, pieces, type Said } from './date-pieces.ts';
import { pattern } from './forms.ts';

/** What belongs to the date before it. */
const tail = pattern(
  '\\s(?:کو|تک|پر|سے پہلے(?: پہلے)?|کے لیے|کے لئے|کے دن|کے روز|والے دن|کے آس پاس|کے قریب|تقریبا|ہی|کے وقت|میں(?=$|[\\s،]))(?![\\p{L}\\p{M}])',
  'y',
);
/** What may stand between two pieces of one date. */
const joint = pattern('(?:\\s?،)?\\s(?:(?:کے|کی|کو|میں|والے)\\s(?:وقت\\s)?)?', 'y');
/** Behind these the words before are no date but tell which thing is meant: "جمعہ کی نماز". */
const belongs = pattern('\\s(?:کا|کی|کے|وال[ایے])(?![\\p{L}\\p{M}])', 'y');
const wordStart = /(?<![\p{L}\p{M}\p{N}#/.:-])[\p{L}\p{N}]/gu;

function at(regular: RegExp, text: string, index: number): RegExpExecArray | null {
  regular.lastIndex = index;
  return regular.exec(text);
}

interface Reading {
  end: number;
  said: Said;
  strong: boolean;
  pieces: number;
}

/** Whether a piece says something that is not said yet. */
function isNew(piece: Piece, said: Said): boolean {
  if (piece.says === 'part') return !said.part;
  if (piece.says === 'moment') return !said.day && !said.clock;
  return !said[piece.says];
}

/** The longest date that begins at an index. */
function readAt(text: string, start: number, reference: Date): Reading | undefined {
  let reading: Reading | undefined;
  for (let from: number | undefined = start; from !== undefined; ) {
    let found: Reading | undefined;
    for (const piece of pieces) {
      if (!isNew(piece, reading?.said ?? {})) continue;
      const match = at(piece.pattern, text, from);
      const said = match && piece.read(match.groups ?? {}, reference);
      if (!match || !said) continue;
      let end = from + match[0].length;
      let marked = !piece.weak;
      for (let more = at(tail, text, end); more; more = at(tail, text, end)) {
        end += more[0].length;
        marked = true;
      }
      found = {
        end,
        said: { ...reading?.said, ...said },
        strong: marked || (reading?.strong ?? false),
        pieces: (reading?.pieces ?? 0) + 1,
      };
      break;
    }
    if (!found) break;
    reading = found;
    const between = at(joint, text, found.end);
    from = between ? found.end + between[0].length : undefined;
  }
  return reading;
}

/** The hour on the day's clock: which half of the day is meant, and whether the night belongs to the next day. */
function hourOf(hour: number, part: PartOfDay | undefined, passed: (hour: number) => boolean) {
  const late = (from: number) => ({ hour: hour < 12 && hour >= from ? hour + 12 : hour, next: false });
  switch (part) {
    case 'dawn':
    case 'morning':
      return { hour: hour % 12, next: false };
    case 'noon':
      return hour >= 10 ? { hour, next: false } : late(0);
    case 'day':
      return hour >= 6 ? { hour, next: false } : late(0);
    case 'afternoon':
    case 'evening':
      return late(0);
    case 'night':
      return hour === 12 || hour < 5 ? { hour: hour % 12, next: true } : late(0);
    case undefined:
      return hour < 7 || (hour < 12 && passed(hour)) ? late(0) : { hour, next: false };
  }
}

const hours: Record<PartOfDay, number> = {
  dawn: 6,
  morning: 9,
  day: 12,
  noon: 12,
  afternoon: 15,
  evening: 18,
  night: 20,
};

/** The calendar day and the clock time that a reading means. */
function resolve({ said }: Reading, reference: Date): Pick<FoundDate, 'date' | 'time' | 'dayless'> {
  const today = dayOf(reference);
  const isToday = said.day === undefined || said.day === today;
  const now = reference.getUTCHours() * 60 + reference.getUTCMinutes();
  const { clock, part } = said;
  if (!clock) {
    const passed = said.day === undefined && part !== undefined && hours[part] * 60 <= now;
    return {
      date: said.day ?? dayOf(reference, passed ? 1 : 0),
      ...(said.day === undefined ? { dayless: true } : {}),
    };
  }
  const { hour, next } = clock.exact
    ? { hour: clock.hour, next: false }
    : hourOf(clock.hour, part, (candidate) => isToday && candidate * 60 + clock.minute <= now);
  const passed = said.day === undefined && !next && hour * 60 + clock.minute <= now;
  const day = new Date(`${said.day ?? today}T00:00:00Z`);
  return {
    date: dayOf(day, next || passed ? 1 : 0),
    time: { hour, minute: clock.minute },
    ...(said.day === undefined ? { dayless: true } : {}),
  };
}

/** Finds dates in order. Digits of any script are read. */
export const dates: Language['dates'] = (original, reference) => {
  const text = latinDigits(original);
  const found: FoundDate[] = [];
  let after = 0;
  for (const { index } of text.matchAll(wordStart)) {
    if (index < after) continue;
    const reading = readAt(text, index, reference);
    if (!reading || at(belongs, text, reading.end)) continue;
    const atEnd = /^[\s.!،؛۔؟)]*$/u.test(text.slice(reading.end));
    const opens = reading.said.part !== undefined && index === 0;
    if (!reading.strong && reading.pieces < 2 && !atEnd && !opens) continue;
    found.push({ index, text: original.slice(index, reading.end), ...resolve(reading, reference) });
    after = reading.end;
  }
  return found;
};
