/** How often a task comes again: what a language finds, as the rule that the tools take, and its first day. @module */
import { dayOf } from './zone.ts';

/** What was said: "every other monday" is weekly, every 2, on Monday. */
export interface Recurs {
  unit: 'day' | 'week' | 'month' | 'year';
  interval?: number;
  /** Days of the week, Sunday is 0. */
  weekdays?: readonly number[];
  /** A day of the month; -1 is the last. */
  monthDay?: number;
  /** January is 1. */
  month?: number;
}

const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const longestSearch = 800;

/** The RFC 5545 value. */
export function ruleOf({ unit, interval = 1, weekdays = [], monthDay, month }: Recurs): string {
  return [
    `FREQ=${frequencies[unit]}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(weekdays.length > 0 ? [`BYDAY=${weekdays.map((day) => names[day]).join(',')}`] : []),
    ...(month === undefined ? [] : [`BYMONTH=${month}`]),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
  ].join(';');
}

/** What a rule of that form says; undefined for any other. */
export function recursOf(rule: string): Recurs | undefined {
  const parts = new Map(
    rule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const unit = (Object.keys(frequencies) as Recurs['unit'][]).find(
    (name) => frequencies[name] === parts.get('FREQ'),
  );
  const known = [...parts.keys()].every((key) =>
    /^(?:FREQ|INTERVAL|BYDAY|BYMONTH|BYMONTHDAY|WKST)$/.test(key),
  );
  const weekdays = (parts.get('BYDAY') ?? '')
    .split(',')
    .filter(Boolean)
    .map((day) => names.indexOf(day));
  if (
    !unit ||
    !known ||
    weekdays.includes(-1) ||
    /,/.test(`${parts.get('BYMONTHDAY')}${parts.get('BYMONTH')}`)
  )
    return undefined;
  const number = (key: string) => (parts.has(key) ? Number(parts.get(key)) : undefined);
  const [interval, monthDay, month] = [number('INTERVAL'), number('BYMONTHDAY'), number('BYMONTH')];
  return {
    unit,
    ...(interval ? { interval } : {}),
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(monthDay ? { monthDay } : {}),
    ...(month ? { month } : {}),
  };
}

/** The first day from `from` on that fits. */
export function firstDayOf({ weekdays = [], monthDay, month }: Recurs, from: Date): string {
  for (let ahead = 0; ahead < longestSearch; ahead += 1) {
    const day = new Date(from.getTime() + ahead * 86_400_000);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    const date = monthDay === -1 ? last : monthDay;
    if (weekdays.length > 0 && !weekdays.includes(day.getUTCDay())) continue;
    if (date !== undefined && day.getUTCDate() !== date) continue;
    if (month !== undefined && day.getUTCMonth() + 1 !== month) continue;
    return dayOf(day);
  }
  return dayOf(from);
}
