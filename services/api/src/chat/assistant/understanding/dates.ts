/** Finds when something is due in what a person wrote, in that person's time zone. @module */
import type { FoundDate, Language } from '../language.ts';
import type { Clock } from '../requests.ts';
import { instantOf, wallClock } from './zone.ts';

/** The moment of speaking: an instant and the speaker's IANA zone. */
export interface Now {
  instant: Date;
  timeZone: string;
}

/** `clock` is there when only a time of day was named: what it shows on another day than today. */
export type Due = { due_date: string; clock?: never } | { due_at: string; clock?: Clock };

function dueOf(
  { date, time, otherwise, dayless, instant, text }: FoundDate,
  language: Language,
  now: Now,
): Due {
  if (instant) return { due_at: instant.toISOString() };
  const part = language.words.dayParts.find(({ pattern }) => pattern.test(text));
  const clock = time ?? (part && { hour: part.hour, minute: 0 });
  if (!clock) return { due_date: date };
  const wall = new Date(`${date}T00:00:00Z`);
  wall.setUTCHours(clock.hour, clock.minute);
  const due_at = instantOf(wall, now.timeZone).toISOString();
  return dayless ? { due_at, clock: otherwise ? { ...otherwise, either: true } : clock } : { due_at };
}

/** A due day or moment when the whole text is one ("tomorrow at 6pm"), else undefined. */
export function wholeDate(text: string, language: Language, now: Now): Due | undefined {
  const bare = text.trim().replace(language.words.dateBefore, '').trim();
  // "At 4" is a time, though 4 is none.
  for (const said of new Set([bare, text.trim()])) {
    const results = language.dates(said, wallClock(now.instant, now.timeZone), now.timeZone);
    const [first] = results;
    if (results.length === 1 && first && first.index === 0 && first.text.length >= said.length - 1) {
      return dueOf(first, language, now);
    }
  }
  return undefined;
}

/** A text without the words at its end that lead to a date. */
function withoutLead(text: string, lead: RegExp): string {
  for (const match of text.matchAll(new RegExp(lead.source, `${lead.flags.replace('g', '')}g`))) {
    if (match.index + match[0].length === text.length) return text.slice(0, match.index);
  }
  return text;
}

/** A text without its date; `lead` holds the date with the words that led to it ("by friday"). */
export interface Dated {
  rest: string;
  due?: Due;
  lead: string;
}

/** "Tomorrow call mom at 5pm": the day at one end and the time at the other are one moment. */
function withOtherHalf(taken: Required<Dated>, language: Language, now: Now): Dated {
  const { rest, due } = takeOne(taken.rest, language, now);
  const [day, time] = 'due_date' in taken.due ? [taken.due, due] : [due, taken.due];
  if (!day || !time || !('due_date' in day) || !('due_at' in time) || !time.clock) return taken;
  const wall = new Date(`${day.due_date}T00:00:00Z`);
  wall.setUTCHours(time.clock.hour, time.clock.minute);
  return { ...taken, rest, due: { due_at: instantOf(wall, now.timeZone).toISOString() } };
}

/**
 * Takes a due day or moment out of a task's words. Only a date at an edge of the text, or before a word like "to",
 * is a due date; "Plan Friday party" keeps its Friday. Something besides the date must be left, unless `alone`.
 */
export function takeDate(text: string, language: Language, now: Now, { alone = false } = {}): Dated {
  const { rest, due, lead } = takeOne(text, language, now, alone);
  return due ? withOtherHalf({ rest, due, lead }, language, now) : { rest, lead };
}

function takeOne(text: string, language: Language, now: Now, alone = false): Dated {
  const { words } = language;
  for (const result of language
    .dates(text, wallClock(now.instant, now.timeZone), now.timeZone)
    .toReversed()) {
    const until = text.slice(0, result.index);
    const before = withoutLead(until, words.dateBefore).trimEnd();
    const after = text.slice(result.index + result.text.length);
    const atEdge = before.trim() === '' || /^[\s.!?,;)۔،؛؟]*$/.test(after);
    if (!atEdge && !words.dateAfter.test(after)) continue;
    const closed = until.slice(before.length).includes('(') ? after.replace(/^\s*\)/, '') : after;
    const rest = `${before} ${closed.replace(/^[\s,;،؛]+/, '')}`.trim();
    if (!alone && rest.replaceAll(/[^\p{L}\p{N}\uE000]/gu, '') === '') continue;
    return {
      rest,
      due: dueOf(result, language, now),
      lead: `${until.slice(before.length)}${result.text}`.trim(),
    };
  }
  return { rest: text, lead: '' };
}
