/** Spans of days in what is listed: "in december", "this weekend", "over the next three days", "from monday to friday". @module */
import type { Language } from '../../language.ts';
import { dayOf } from '../../understanding/zone.ts';
import { dates } from './dates.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const month = `(?:${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const counts: Record<string, number> = {
  few: 3,
  couple: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};

const ofMonth = new RegExp(
  `\\b(?:(?:due |scheduled )?(?:in|during|for|throughout|over)(?: all of)? |(?:this|next) (?=${month}\\b))(?<month>${month})\\b(?! ?\\d{1,2}\\b)(?: (?<year>\\d{4}))?|\\b(?<its>${month})(?:'s)? (?=tasks|to-?dos|deadlines|list)`,
  'i',
);
const aMonth =
  /\b(?:due )?(?:(?:in|for|during) )?(?:the )?(?<which>this|next|rest of the|rest of this|end of the|remaining|later this) month(?:'s)?\b/i;
const weekend =
  /\b(?:due )?(?:(?:on|at|over|for|during|in) )?(?:the |my )?(?<which>this coming|coming|this|next)? ?weekend(?:'s)?\b/i;
const coming =
  /\b(?:due )?(?:in|over|within|for|during)?\s*(?:the |my )?(?:next|coming|following) (?<count>\d+|few|couple(?: of)?|two|three|four|five|six|seven|ten)? ?(?<unit>days?|weeks?|months?)\b|\bwithin (?:a|the|one|(?<more>\d+)) (?<other>days?|weeks?|months?)\b/i;
const soon = /\b(?:due |coming up |coming )?(?:soon|shortly|in the near future)\b/i;
const restOfWeek =
  /\b(?:due )?(?:for )?(?:the )?(?:rest of (?:the|this)|remaining|later (?:in the|this)) week\b/i;
const fromTo =
  /\b(?:due |scheduled )?(?:between|from) (?<from>[\w' ]{3,25}?) (?:and|to|until|till|through|thru|-) (?<to>[\w' ]{3,25}?)(?=\s*(?:$|[?.!,]))/i;
const after =
  /\b(?:due )?(?:after|past|beyond|later than) (?<after>[\w' ]{3,25}?)(?=\s*(?:$|[?.!,]))|\b(?:due )?(?:from|since|starting) (?<since>[\w' ]{3,25}?) (?:on|onwards?)\b/i;

/** The one day that a text names. */
function dayNamed(text: string | undefined, today: Date): string | undefined {
  const [found, other] = text ? dates(text, today) : [];
  return found && !other && found.index <= 3 ? found.date : undefined;
}

const firstOf = (year: number, at: number) => dayOf(new Date(Date.UTC(year, at, 1)));
const lastOf = (year: number, at: number) => dayOf(new Date(Date.UTC(year, at + 1, 0)));

function monthSpan({ month: named = '', its, year }: Record<string, string | undefined>, today: Date) {
  const at = months.findIndex((name) => name.startsWith((its ?? named).toLowerCase().slice(0, 3)));
  const own = Number(year) || today.getUTCFullYear() + (at < today.getUTCMonth() ? 1 : 0);
  return { from: firstOf(own, at), to: lastOf(own, at) };
}

type Span = { from?: string; to?: string };
type Reading = readonly [
  pattern: RegExp,
  read: (groups: Record<string, string | undefined>, today: Date) => Span | undefined,
];

const readings: readonly Reading[] = [
  [ofMonth, monthSpan],
  [
    aMonth,
    ({ which = '' }, today) => {
      const at = today.getUTCMonth() + (/next/i.test(which) ? 1 : 0);
      const begins = firstOf(today.getUTCFullYear(), at);
      return { from: /next/i.test(which) ? begins : dayOf(today), to: lastOf(today.getUTCFullYear(), at) };
    },
  ],
  [
    weekend,
    ({ which = '' }, today) => {
      const saturday = (6 - today.getUTCDay() + 7) % 7;
      const sunday = today.getUTCDay() === 0 ? 0 : saturday + 1;
      const later = /next/i.test(which) ? 7 : 0;
      return { from: dayOf(today, Math.min(saturday, sunday) + later), to: dayOf(today, sunday + later) };
    },
  ],
  [
    coming,
    ({ count, unit, more, other }, today) => {
      // "Next week" and "next month" are weeks and months of the calendar.
      const length = count ?? more;
      const named = unit ?? other ?? '';
      const number =
        length === undefined ? 1 : Number(length) || (counts[length.toLowerCase().replace(/ of$/, '')] ?? 1);
      const days = number * (/^week/i.test(named) ? 7 : /^month/i.test(named) ? 30 : 1);
      return { from: dayOf(today), to: dayOf(today, days) };
    },
  ],
  [soon, (_groups, today) => ({ from: dayOf(today), to: dayOf(today, 7) })],
  [restOfWeek, (_groups, today) => ({ from: dayOf(today), to: dayOf(today, (7 - today.getUTCDay()) % 7) })],
  [
    fromTo,
    (groups, today) => {
      const from = dayNamed(groups.from, today);
      const to = dayNamed(groups.to, today);
      return from && to && from <= to ? { from, to } : undefined;
    },
  ],
  [
    after,
    (groups, today) => {
      const day = dayNamed(groups.after ?? groups.since, today);
      return day ? { from: groups.since ? day : dayOf(new Date(`${day}T00:00:00Z`), 1) } : undefined;
    },
  ],
];

const calendarWeek = /\b(?:due )?(?:for |on )?(?:the )?(?:next|following|coming) (?:week|month)$/i;

/** The span of days that a text names, and where. */
export const spans: Language['spans'] = (text, today) => {
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text);
    if (!match || (pattern === coming && calendarWeek.test(match[0]))) continue;
    const span = read(match.groups ?? {}, today);
    if (span) return { index: match.index, text: match[0], ...span };
  }
  return undefined;
};
