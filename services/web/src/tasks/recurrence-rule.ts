/** The rules by which tasks usually recur, in parts that people choose from. */
export interface Rule {
  every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** `MO` … `SU`; with MONTHLY each after its number in the month, such as `1MO` or `-1FR`. */
  days: string[];
  /** The day of the month, counted from its end where it is negative. */
  monthDay: number | undefined;
  /** When it ends: a day, YYYY-MM-DD, or after so many times. */
  until: string | undefined;
  count: number | undefined;
}

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST']);

/** Takes a rule of RFC 5545 apart; nothing where it says more than these parts can hold. */
export function ruleOf(text: string): Rule | undefined {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  if ([...parts.keys()].some((name) => !known.has(name))) return undefined;
  const every = (['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).find((one) => one === parts.get('FREQ'));
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const monthDay = parts.get('BYMONTHDAY');
  if (!every || monthDay?.includes(',')) return undefined;
  if (days.length > 0 && (every === 'YEARLY' || every === 'DAILY' || monthDay)) return undefined;
  const areNumbered = days.map((day) => day.length > 2);
  if (areNumbered.some((is) => is !== (every === 'MONTHLY'))) return undefined;
  if (monthDay && every !== 'MONTHLY') return undefined;
  const until = parts.get('UNTIL');
  return {
    every,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: [...days].sort((a, b) => placeOf(a) - placeOf(b)),
    monthDay: monthDay === undefined ? undefined : Number(monthDay),
    until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined,
  };
}

const placeOf = (day: string) => weekdays.findIndex((one) => day.endsWith(one));

/** The rule as RFC 5545 writes it. */
export function textOf({ every, interval, days, monthDay, until, count }: Rule): string {
  return [
    `FREQ=${every}`,
    interval > 1 && `INTERVAL=${interval}`,
    days.length > 0 && `BYDAY=${days.join(',')}`,
    monthDay !== undefined && `BYMONTHDAY=${monthDay}`,
    until && `UNTIL=${until.replaceAll('-', '')}`,
    count !== undefined && `COUNT=${count}`,
  ]
    .filter(Boolean)
    .join(';');
}
