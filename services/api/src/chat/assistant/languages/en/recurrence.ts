/** "Every other monday", "daily", "monthly on the 5th": how often, in English. @module */
import type { Language } from '../../language.ts';
import { type Recurs, recursOf } from '../../understanding/recurrence.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const day = `(?:sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?s?`;
const days = `${day}(?:(?:\\s*,\\s*(?:and |& )?| and | & |\\s*\\/\\s*| )${day})*`;
const month = `(?:${months.join('|')})`;
const count = `(?:other|second|2nd|third|3rd|fourth|\\d{1,2}|two|three|four|six)`;
const each = `(?:every(?: single)?|each)`;
const ofMonth = `(?: of (?:the|each|every) month)`;
const nth = `(?:(?<date>\\d{1,2})(?:st|nd|rd|th)?|(?<first>first)|(?<last>last(?: day)?))`;
const numbers: Record<string, number> = {
  other: 2,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
};

type Groups = Record<string, string | undefined>;

const weekdayOf = (name: string) =>
  weekdays.findIndex((known) => known.startsWith(name.toLowerCase().slice(0, 3)));
const daysOf = (text = '') => [...text.matchAll(new RegExp(day, 'gi'))].map(([name]) => weekdayOf(name));
const intervalOf = (text: string | undefined) => (text ? (numbers[text.toLowerCase()] ?? Number(text)) : 1);
const dateOf = ({ date, first, last }: Groups) => (last ? -1 : first ? 1 : Number(date));
const workdays = [1, 2, 3, 4, 5];

const ways: readonly [source: string, read: (groups: Groups) => Recurs | undefined][] = [
  [
    `${each} (?:weekday|working day|work day|workday|business day)s?|(?:on )?weekdays|(?:mon(?:day)?|monday) (?:to|through|-) fri(?:day)?`,
    () => ({ unit: 'week', weekdays: workdays }),
  ],
  [`${each} weekend|(?:on|at) weekends|weekends`, () => ({ unit: 'week', weekdays: [6, 0] })],
  [
    `${each} (?:year )?(?:on )?(?:the )?(?:(?<month>${month}) (?<monthDay>\\d{1,2})(?:st|nd|rd|th)?|(?<dayOf>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<of>${month}))`,
    ({ month: name, of, monthDay, dayOf }) => ({
      unit: 'year',
      month: months.indexOf((name ?? of ?? '').toLowerCase()) + 1,
      monthDay: Number(monthDay ?? dayOf),
    }),
  ],
  [
    `(?:on )?(?:the )?${nth} (?:(?:day )?(?:of )?(?:each|every) month|monthly)|${each} (?:the )?${nth.replaceAll('<', '<e')}${ofMonth}?(?! (?:week|month|${day}))|${each} month on (?:the )?${nth.replaceAll('<', '<m')}|monthly on (?:the )?${nth.replaceAll('<', '<o')}`,
    (groups) => {
      const of = (letter: string) => ({
        date: groups[`${letter}date`],
        first: groups[`${letter}first`],
        last: groups[`${letter}last`],
      });
      const said = ['', 'e', 'm', 'o'].map(of).find(({ date, first, last }) => date ?? first ?? last);
      const monthDay = said ? dateOf(said) : 0;
      return monthDay === -1 || (monthDay > 0 && monthDay < 32) ? { unit: 'month', monthDay } : undefined;
    },
  ],
  [
    `(?:(?:weekly|${each} week) on |${each} (?:(?<other>${count}) )?)(?<days>${days})(?![a-z])|(?:on )?(?<plural>(?:sun|mon|tues|wednes|thurs|fri|satur)days(?:(?:, | and | & )(?:sun|mon|tues|wednes|thurs|fri|satur)days)*)`,
    ({ other, days: named, plural }) => ({
      unit: 'week',
      interval: intervalOf(other),
      weekdays: daysOf(named ?? plural),
    }),
  ],
  // Three days or more are a habit, two may be this week's.
  [
    `(?:on )?(?<these>${day}(?:(?:\\s*,\\s*(?:and |& )?| and | & |\\s*\\/\\s*| )${day}){2,})(?![a-z])`,
    ({ these }) => ({ unit: 'week', weekdays: daysOf(these) }),
  ],
  [
    `${each} (?:(?<count>${count}) )?(?<unit>day|week|month|year)s?`,
    ({ count: often, unit = 'day' }) => ({
      unit: unit.toLowerCase() as Recurs['unit'],
      interval: intervalOf(often),
    }),
  ],
  [`everyday|${each}(?= (?:morning|afternoon|evening|night))|(?<nightly>nightly)`, () => ({ unit: 'day' })],
  [`(?:every fortnight|fortnightly|bi-?weekly|once a fortnight)`, () => ({ unit: 'week', interval: 2 })],
  [`daily|once a day`, () => ({ unit: 'day' })],
  [`weekly|once a week`, () => ({ unit: 'week' })],
  [`monthly|once a month`, () => ({ unit: 'month' })],
  [`yearly|annually|once a year`, () => ({ unit: 'year' })],
];

const patterns = ways.map(([source, read]) => ({
  pattern: new RegExp(`(?<![\\w'-])(?:${source})(?![\\w'-])`, 'i'),
  read,
}));
/** What may stand behind it, when it does not end the text: a time, or how long it goes on. */
const goesOn =
  /^\s*(?:$|[.,!)]|at\b|by\b|from\b|starting\b|beginning\b|in the\b|on the way|around\b|@|\d{1,2}(?::\d\d)?\s*[ap]m|morning|afternoon|evening|night|#|to\b|with\b|high\b|low\b|urgent)/i;
const adverb = /^(?:daily|weekly|monthly|yearly|annually|weekdays|weekends|nightly|(?:on )?\w+days)/i;

/** Finds how often, at an edge of a text; bare adverbs only at its end ("plan the weekly menu" has its own). */
export const recurrence: Language['recurrence'] = (text) => {
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(text);
    const recurs = match && read(match.groups ?? {});
    if (!match || !recurs) continue;
    const index =
      match.index - (/(?:^|\s)(?:for |on )$/i.exec(text.slice(0, match.index))?.[0].trimStart().length ?? 0);
    const before = text.slice(0, index).trim();
    const behind = text.slice(match.index + match[0].length);
    if (
      before === ''
        ? adverb.test(match[0]) && behind.trim() !== '' && !/^\s*,/.test(behind)
        : !goesOn.test(behind)
    )
      continue;
    // "Every morning" keeps its part of the day for the clock.
    const part =
      /^(?:every|each)/i.test(match[0]) && /^ (?:morning|afternoon|evening)/i.test(behind)
        ? 'in the'
        : /^ night/i.test(behind)
          ? 'at'
          : /night/i.test(match[0])
            ? 'at night'
            : '';
    return { index, length: match.index + match[0].length - index, recurs, instead: part };
  }
  return undefined;
};

const ordinal = (number: number) =>
  number === -1
    ? 'last day'
    : `${number}${/1\d$/.test(String(number)) ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
const named = (index: number) => (weekdays[index] ?? '').replace(/^./, (letter) => letter.toUpperCase());
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "every Monday", "every 2 weeks", "every month on the 5th". */
export function recurrenceWords(rule: string): string {
  const recurs = recursOf(rule);
  if (!recurs) return 'repeating';
  const { unit, interval = 1, weekdays: on = [], monthDay, month: of } = recurs;
  if (unit === 'week' && interval === 1 && on.length > 0) {
    return on.join() === workdays.join() ? 'every weekday' : `every ${list.format(on.map(named))}`;
  }
  const every =
    interval === 1 ? `every ${unit}` : interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`;
  if (on.length > 0) return `${every} on ${list.format(on.map(named))}`;
  if (of !== undefined && monthDay !== undefined)
    return `${every} on ${months[of - 1]?.replace(/^./, (letter) => letter.toUpperCase())} ${monthDay}`;
  return monthDay === undefined ? every : `${every} on the ${ordinal(monthDay)}`;
}
