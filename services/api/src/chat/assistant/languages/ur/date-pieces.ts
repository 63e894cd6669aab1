/** The pieces of which a date in Urdu is made, as data: days first, then times of day. @module */
import { dayOf } from '../../understanding/zone.ts';
import { months, numbers, weekdays } from './date-numbers.ts';
import { pattern } from './forms.ts';

export type PartOfDay = 'dawn' | 'morning' | 'day' | 'noon' | 'afternoon' | 'evening' | 'night';

/** What one piece says. */
export interface Said {
  day?: string;
  /** A clock time; `exact` when no half of the day has to be guessed. */
  clock?: { hour: number; minute: number; exact: boolean };
  part?: PartOfDay;
}

export interface Piece {
  says: 'day' | 'part' | 'clock' | 'moment';
  pattern: RegExp;
  /** A word that is a date only beside another piece, before "کو" and the like, or at the end of the text. */
  weak?: boolean;
  read: (groups: Record<string, string | undefined>, reference: Date) => Said | undefined;
}

const number = `(?:\\d{1,3}|${[...numbers.keys()].sort((left, right) => right.length - left.length).join('|')})`;
const end = '(?![\\p{L}\\p{M}\\p{N}])';
const next = 'اگلے|اگلی|اگلا|آئندہ|آیندہ|آنے والے|آنے والی';
const minute = 60_000;

/** A number in digits or in words. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : numbers.get(text);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayOf(date) : undefined;
}

/** The next time that a day of a month comes, today included. */
function nextDayOf(month: number, day: number, reference: Date): string | undefined {
  const year = reference.getUTCFullYear();
  const found = calendarDay(year, month, day);
  return found !== undefined && found < dayOf(reference) ? calendarDay(year + 1, month, day) : found;
}

/** The next time that a month has this day. */
function nextDateOf(day: number, reference: Date, monthsAhead: number): string | undefined {
  for (let ahead = monthsAhead; ahead < monthsAhead + 3; ahead += 1) {
    const first = new Date(Date.UTC(reference.getUTCFullYear(), reference.getUTCMonth() + ahead, 1));
    const found = calendarDay(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
    if (found !== undefined && found >= dayOf(reference)) return found;
  }
  return undefined;
}

function monthsLater(reference: Date, ahead: number): string {
  const date = new Date(reference);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead + 1, 0)).getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + ahead, Math.min(date.getUTCDate(), last));
  return dayOf(date);
}

const toSunday = (reference: Date) => (7 - reference.getUTCDay()) % 7;
const on = (day: string | undefined): Said | undefined => (day === undefined ? undefined : { day });
const monthNumber = (name = '') => months.indexOf(name) + 1;
const dayNumber = (text = '') => (/^(?:یکم|پہلی)$/u.test(text) ? 1 : numberOf(text));

const near: Record<string, number> = { آج: 0, کل: 1, پرسوں: 2, ترسوں: 3, نرسوں: 4 };

const units: Record<string, (reference: Date, count: number) => Said> = {
  منٹ: (reference, count) => momentAt(reference.getTime() + count * minute),
  گھنٹ: (reference, count) => momentAt(reference.getTime() + count * 60 * minute),
  دن: (reference, count) => ({ day: dayOf(reference, count) }),
  روز: (reference, count) => ({ day: dayOf(reference, count) }),
  ہفت: (reference, count) => ({ day: dayOf(reference, count * 7) }),
  مہین: (reference, count) => ({ day: monthsLater(reference, count) }),
  ماہ: (reference, count) => ({ day: monthsLater(reference, count) }),
  سال: (reference, count) => ({ day: monthsLater(reference, count * 12) }),
};

function momentAt(time: number): Said {
  const at = new Date(time);
  return { day: dayOf(at), clock: { hour: at.getUTCHours(), minute: at.getUTCMinutes(), exact: true } };
}

const fractions: Record<string, number> = { آدھ: 0.5, ڈیڑھ: 1.5, ڈھائی: 2.5 };

export const pieces: readonly Piece[] = [
  {
    says: 'moment',
    pattern: pattern(
      `(?<count>${number}|آدھ(?=[ےا])|ڈیڑھ|ڈھائی)[ےا]?\\s?(?<unit>منٹ|گھنٹ(?=[ےہوا])|دن|روز|ہفت(?=[ےہو])|مہین(?=[ےہو])|ماہ|سال)(?:ے|ہ|وں|ا|ٹے)?\\s(?:میں|بعد|کے بعد|کے اندر(?: اندر)?|تک)${end}`,
      'y',
    ),
    read: ({ count = '', unit = '' }, reference) => {
      const amount = fractions[count] ?? numberOf(count);
      return amount === undefined ? undefined : units[unit]?.(reference, amount);
    },
  },
  {
    says: 'day',
    pattern: pattern(`(?<!آج\\s)(?<day>${Object.keys(near).join('|')})(?!\\sکل)${end}`, 'y'),
    read: ({ day = '' }, reference) => ({ day: dayOf(reference, near[day]) }),
  },
  {
    says: 'day',
    pattern: pattern(
      `(?:(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})|(?<first>\\d{1,2})[/-](?<second>\\d{1,2})(?:[/-](?<late>\\d{4}|\\d{2}))?)${end}`,
      'y',
    ),
    read: ({ year, month, day, first, second, late }, reference) => {
      if (year !== undefined) return on(calendarDay(Number(year), Number(month), Number(day)));
      if (late === undefined) return on(nextDayOf(Number(second), Number(first), reference));
      return on(calendarDay((late.length === 2 ? 2000 : 0) + Number(late), Number(second), Number(first)));
    },
  },
  {
    says: 'day',
    pattern: pattern(
      `(?:(?<day>یکم|پہلی|${number})\\s?(?:تاریخ\\s)?(?<month>${months.join('|')})|(?<named>${months.join('|')})\\sکی\\s(?<date>یکم|پہلی|${number})(?:\\sتاریخ)?)(?:\\s(?<year>\\d{4}))?${end}`,
      'y',
    ),
    read: ({ day, date, month, named, year }, reference) => {
      const number = dayNumber(day ?? date);
      const ofYear = monthNumber(month ?? named);
      if (number === undefined) return undefined;
      return on(
        year === undefined ? nextDayOf(ofYear, number, reference) : calendarDay(Number(year), ofYear, number),
      );
    },
  },
  {
    says: 'day',
    pattern: pattern(
      `(?:(?<next>${next})\\s(?:مہینے|ماہ)\\sکی\\s|(?:اس|اسی)\\s(?:مہینے|ماہ)\\sکی\\s)?(?<day>یکم|پہلی|${number})\\sتاریخ${end}`,
      'y',
    ),
    read: ({ next: later, day }, reference) => {
      const number = dayNumber(day);
      return number === undefined ? undefined : on(nextDateOf(number, reference, later ? 1 : 0));
    },
  },
  {
    says: 'day',
    pattern: pattern(`(?:(?:اس|اسی)\\s)?(?:مہینے|ماہ)\\sکے\\s(?:آخر|اختتام|آخری دن)${end}`, 'y'),
    read: (_groups, reference) => ({
      day: dayOf(new Date(Date.UTC(reference.getUTCFullYear(), reference.getUTCMonth() + 1, 0))),
    }),
  },
  {
    says: 'day',
    pattern: pattern(`(?:${next})\\s(?:مہینے|ماہ|سال)${end}`, 'y'),
    read: (_groups, reference) => ({ day: monthsLater(reference, 1) }),
  },
  {
    says: 'day',
    pattern: pattern(
      `(?:(?<which>${next}|اس|اسی)\\sہفتے\\s(?:(?:کے|کی|میں)\\s)?)?(?:(?<next>${next}|اس|اسی|بروز)\\s)?(?<weekday>${weekdays.join('|')})(?=\\s(?:کو|تک|پر|کی صبح|کی شام|کی رات|کی دوپہر|کے دن|کے روز|والے دن|سے پہلے|کے لیے|کے لئے))${end}`,
      'y',
    ),
    read: (groups, reference) => weekdayOf(groups, reference),
  },
  {
    says: 'day',
    pattern: pattern(`(?<which>${next}|اس|اسی|رواں)\\s(?:ہفتے|ہفتہ)(?:\\sکے (?:آخر|اختتام))?${end}`, 'y'),
    read: ({ which = '' }, reference) => ({
      day: dayOf(reference, /^(?:اس|اسی|رواں)$/u.test(which) ? toSunday(reference) : 7),
    }),
  },
  {
    says: 'day',
    pattern: pattern(`(?:ویک ?اینڈ|ہفتے کے آخر)${end}`, 'y'),
    read: (_groups, reference) => ({ day: dayOf(reference, (6 - reference.getUTCDay() + 7) % 7) }),
  },
  {
    says: 'day',
    weak: true,
    pattern: pattern(`(?:(?<next>${next}|اس|اسی|بروز)\\s)?(?<weekday>${weekdays.join('|')})${end}`, 'y'),
    read: (groups, reference) => weekdayOf(groups, reference),
  },
  {
    says: 'clock',
    pattern: pattern(
      `(?:(?<lead>ساڑھے|سوا|پونے)\\s)?(?<hour>${number}|ڈیڑھ|ڈھائی)(?:[:.](?<minute>\\d{2}))?\\s?(?:بجے|بجکر\\s(?<past>${number})\\sمنٹ|بج\\sکر\\s(?<later>${number})\\sمنٹ|(?<half>am|pm|a\\.m\\.|p\\.m\\.|اے ایم|پی ایم))${end}`,
      'y',
    ),
    read: ({ lead, hour = '', minute: colon, past, later, half }) => {
      const whole = { ڈیڑھ: 1, ڈھائی: 2 }[hour] ?? numberOf(hour);
      if (whole === undefined || whole > 24) return undefined;
      const minutes = Number(colon ?? numberOf(past ?? later) ?? (whole === numberOf(hour) ? 0 : 30));
      const added = { ساڑھے: 30, سوا: 15, پونے: -15 }[lead ?? ''] ?? 0;
      const at = whole * 60 + minutes + added;
      const shifted = half === undefined ? at : (at % 720) + (/^(?:p|پی)/iu.test(half) ? 720 : 0);
      return clockAt(shifted, half !== undefined || whole > 12);
    },
  },
  {
    says: 'clock',
    pattern: pattern(`(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)${end}`, 'y'),
    read: ({ hour = '', minute: minutes }) =>
      clockAt(Number(hour) * 60 + Number(minutes), hour.length === 2 && (hour > '12' || hour < '10')),
  },
  ...partsOfDay(),
];

function weekdayOf(groups: Record<string, string | undefined>, reference: Date): Said | undefined {
  const { which, next: marked, weekday = '' } = groups;
  const day = weekdays.findIndex((names) => names.split('|').includes(weekday));
  // Who means today says so.
  const ahead = (day - reference.getUTCDay() + 7) % 7 || (marked ? 0 : 7);
  const nextWeek = [which, marked].some((word) => word?.startsWith('اگل') || word?.startsWith('آئند'));
  if (!nextWeek) return { day: dayOf(reference, ahead) };
  // "Next Friday" is the one of the week that begins with the coming Monday.
  return { day: dayOf(reference, toSunday(reference) + ((day + 6) % 7) + 1) };
}

function clockAt(minutes: number, exact: boolean): Said {
  return { clock: { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60, exact } };
}

function partsOfDay(): Piece[] {
  const names: Record<PartOfDay, string> = {
    dawn: 'فجر(?= کے وقت| کے بعد| سے پہلے)',
    morning: '(?:علی الصبح|صبح سویرے|صبح|سویرے)',
    day: 'دن(?= کے| \\d| [^\\s]+ بجے)',
    noon: 'دوپہر|ظہر(?= کے وقت| کے بعد)',
    afternoon: 'سہ پہر|سہہ پہر|عصر(?= کے وقت| کے بعد| سے پہلے)',
    evening: 'شام|مغرب(?= کے وقت| کے بعد| سے پہلے)',
    night: 'رات|عشا(?:ء)?(?= کے وقت| کے بعد)',
  };
  return (Object.keys(names) as PartOfDay[]).map((part) => ({
    says: 'part',
    weak: true,
    pattern: pattern(`(?:${names[part]})${end}(?:\\s(?:کے وقت|کے بعد|سویرے))?`, 'y'),
    read: () => ({ part }),
  }));
}
