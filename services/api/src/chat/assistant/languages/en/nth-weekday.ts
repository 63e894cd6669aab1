/** "The last friday of the month", "first monday in december". @module */
import { dayOf } from '../../understanding/zone.ts';
import type { Step } from './rewrite.ts';

const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const places: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
};

/** The so manieth weekday of a month; the last one for -1. */
function nthOf(year: number, month: number, weekday: number, place: number): Date {
  if (place < 0) {
    const end = new Date(Date.UTC(year, month + 1, 0));
    return new Date(end.getTime() - ((end.getUTCDay() - weekday + 7) % 7) * 86_400_000);
  }
  const start = new Date(Date.UTC(year, month, 1));
  const days = ((weekday - start.getUTCDay() + 7) % 7) + 7 * (place - 1);
  return new Date(start.getTime() + days * 86_400_000);
}

/** The day that is meant, today or later; undefined when the words name none. */
function dayMeant(place: number, day: string, of: string, today: Date): string | undefined {
  const weekday = weekdays.indexOf(day);
  const named = months.indexOf(of);
  const start = today.toISOString().slice(0, 10);
  const first = named < 0 ? today.getUTCMonth() + (/next/.test(of) ? 1 : 0) : named;
  // What is past this time is meant the next time.
  for (const later of [0, named < 0 ? 1 : 12]) {
    const found = dayOf(nthOf(today.getUTCFullYear(), first + later, weekday, place), 0);
    if (found >= start) return found;
  }
  return undefined;
}

/** Weekdays by their place in a month, in plain dates. */
export function nthWeekdays(today: Date): Step {
  return [
    new RegExp(
      `\\b(?:on )?(?:the )?(${Object.keys(places).join('|')}) ((?:sun|mon|tues|wednes|thurs|fri|satur)day) (?:of|in) (the month|this month|next month|${months.join('|')})\\b`,
      'gi',
    ),
    ([, place = '', day = '', of = '']) =>
      dayMeant(places[place.toLowerCase()] ?? 1, day.toLowerCase(), of.toLowerCase(), today),
  ];
}
