/** Dates in English: chrono, for sentences that are first put into words it knows. @module */
import { casual } from 'chrono-node/en';
import type { FoundDate, Language } from '../../language.ts';
import { saysMonthFirst } from './month-first.ts';
import { plainly } from './plainly.ts';

/** Chrono is slow, and most sentences hold nothing for it. */
const worthReading =
  /\d|day|dya|dy\b|week|month|year|\bto(?:night|m+[aeo]?r+[ao])|tonite|\b[2t]m(?:r|w|o)|2moro|\btomo\b|fortnight|noon|night|morning|evening|hour|minute|\bmins?\b|midday|o'?clock|half past|quarter|christmas|new year|halloween|valentine|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?[ap]\.? ?m\b|\bon the first|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|eod|eow|eom|cob|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b/i;

/** Words that chrono takes for dates and people mostly do not mean as one when they stand alone. */
const notADate =
  /^(?:may|march|sat|sun|mon|now|second|a (?:second|minute|hour|day|night|week|month|year)|the second|a second|this (?:minute|second)|(?:the )?(?:morning|afternoon|evening|night|day|week|month|year)|\d+)$/i;
/** "Call the landlord mon": a day behind everything else, unless it is the sun, or what Sam has sat on. */
const isShortDay = (text: string, index: number, found: string) =>
  /^(?:sat|sun|mon)$/i.test(found) &&
  /^\s*(?:$|[.,!)]|at\b|\d|morning|afternoon|evening|night|by\b)/i.test(text.slice(index + found.length)) &&
  /\S\s+$/.test(text.slice(0, index)) &&
  !/\b(?:the|a|my|in|of|he|she|i|we|they|it|has|and|full|more|some|no|that|which|who)\s$/i.test(
    text.slice(0, index),
  );
const slashed = /^\d+[./]\d+$/;
/** "12/18" can be nothing but a day. */
const isFarSlashed = (text: string) =>
  /^(?:1[3-9]|2\d|3[01])\/(?:[1-9]|1[0-2])$|^(?:[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])$/.test(text);
const namesATime = /day|week|month|year|tonight|morning|evening|afternoon|noon|hour|minute/i;
const namesAZone = /\b(?:utc|gmt|z|[ecmp][sd]?t|[bc]e?st|ist|pkt|jst|aest|aedt)$|[+-]\d{2}:?\d{2}$/i;

const iso = (day: Date) => day.toISOString().slice(0, 10);

/** In characters; in a longer text only what stands at its ends dates a task. */
const longest = 320;
/** Nobody names more days than that for one thing. */
const mostDates = 12;

const remembered = 400;
const known = new Map<string, readonly FoundDate[]>();

/** Finds dates; many rules look for one in the same words. */
export const dates: Language['dates'] = (text, reference, timeZone) => {
  if (!worthReading.test(text)) return [];
  // "3/4" is the only thing that depends on where one is.
  const order = text.includes('/') && !saysMonthFirst(timeZone) ? 'day' : 'month';
  const key = `${order} ${reference.getTime()} ${text}`;
  const found = known.get(key) ?? datesAtEnds(text, reference, timeZone);
  if (known.size >= remembered) known.clear();
  known.set(key, found);
  return found;
};

const datesAtEnds: Language['dates'] = (text, reference, timeZone) => {
  if (text.length <= longest) return datesIn(text, reference, timeZone);
  const from = text.length - longest / 2;
  return [
    ...datesIn(text.slice(0, longest / 2), reference, timeZone),
    ...datesIn(text.slice(from), reference, timeZone).map((found) => ({
      ...found,
      index: found.index + from,
    })),
  ];
};

const datesIn: Language['dates'] = (text, reference, timeZone) => {
  const plain = plainly(text, reference, saysMonthFirst(timeZone));
  return casual
    .parse(plain.text, { instant: reference, timezone: 0 }, { forwardDate: true })
    .slice(0, mostDates)
    .filter(
      ({ index, start, text: found }) =>
        (!notADate.test(found.trim()) || isShortDay(plain.text, index, found)) &&
        // "1/2 cup" is no day; "due 12/5" is.
        !(
          slashed.test(found.trim()) &&
          !isFarSlashed(found.trim()) &&
          found.trim() !== plain.text.trim() &&
          !/\b(?:due|on|by|before|until|for) $/i.test(plain.text.slice(0, index))
        ) &&
        // "Every sunday" is no day but a habit; it stays in the title.
        !/\b(?:every|each) $/i.test(plain.text.slice(0, index)) &&
        (start.isCertain('day') ||
          start.isCertain('weekday') ||
          start.isCertain('hour') ||
          start.isCertain('month') ||
          namesATime.test(found)),
    )
    .map(({ index, text: found, start }): FoundDate => {
      const begin = plain.before(index);
      const from = /\bthe $/i.test(text.slice(0, begin)) ? begin - 4 : begin;
      const to = plain.after(index + found.length);
      const timed = start.isCertain('hour');
      const dayless =
        timed && !start.isCertain('day') && !start.isCertain('weekday') && !namesADay.test(found);
      let at = new Date(
        Date.UTC(
          start.get('year') ?? 1970,
          (start.get('month') ?? 1) - 1,
          start.get('day') ?? 1,
          start.get('hour') ?? 0,
          start.get('minute') ?? 0,
        ),
      );
      // Who says "wednesday" on a Wednesday means the next one.
      if (start.isCertain('weekday') && iso(at) === iso(reference) && !/\bthis\b/i.test(found) && !timed) {
        at = new Date(at.getTime() + 7 * 86_400_000);
      }
      const usual = timed && !start.isCertain('meridiem') ? waking(at, found, undefined) : at;
      if (timed && !start.isCertain('meridiem')) at = waking(at, found, dayless ? reference : undefined);
      return {
        index: from,
        text: text.slice(from, to),
        date: iso(at),
        ...(timed ? { time: { hour: at.getUTCHours(), minute: at.getUTCMinutes() } } : {}),
        ...(dayless ? { dayless } : {}),
        ...(dayless && !start.isCertain('meridiem')
          ? { otherwise: { hour: usual.getUTCHours(), minute: usual.getUTCMinutes() } }
          : {}),
        ...(timed && namesAZone.test(found.trim()) ? { instant: start.date() } : {}),
      };
    });
};

const namesADay = /day|tonight|tomorrow|morning|evening|afternoon|night/i;

/** A clock time without am or pm: nobody means five in the morning. Without a day, the next time the clock shows it. */
function waking(at: Date, found: string, now: Date | undefined): Date {
  if (/\b(?:noon|midnight|morning)\b|\d{2}:\d{2}/i.test(found)) return at;
  const clock = new Date(at);
  const evening = /\b(?:tonight|evening|night)\b/i.test(found);
  if (clock.getUTCHours() < (evening ? 12 : 7)) clock.setUTCHours(clock.getUTCHours() + 12);
  if (!now) return clock;
  const today = new Date(now);
  today.setUTCHours(clock.getUTCHours(), clock.getUTCMinutes(), 0, 0);
  if (today <= now && today.getUTCHours() < 12) today.setUTCHours(today.getUTCHours() + 12);
  return today <= now ? new Date(today.getTime() + 86_400_000) : today;
}
