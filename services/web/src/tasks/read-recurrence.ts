import { westernDigits } from './urdu-dates.ts';

/** How a line says that a task recurs. */
export interface FoundRecurrence {
  index: number;
  text: string;
  rule: string;
  /** The weekdays, in English, on which it does. */
  days: string[];
}

const codes: Record<string, string> = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
};
const urduDays: Record<string, string> = {
  پیر: 'mon',
  سوموار: 'mon',
  منگل: 'tue',
  بدھ: 'wed',
  جمعرات: 'thu',
  جمعہ: 'fri',
  جمعے: 'fri',
  ہفتہ: 'sat',
  اتوار: 'sun',
};
const frequencies: Record<string, string> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
};
const adverbs: Record<string, string> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  yearly: 'YEARLY',
  annually: 'YEARLY',
};
const urduUnits: Record<string, string> = {
  دن: 'DAILY',
  روز: 'DAILY',
  ہفتے: 'WEEKLY',
  مہینے: 'MONTHLY',
  ماہ: 'MONTHLY',
  سال: 'YEARLY',
};

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const START = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
const find = (pattern: string) => new RegExp(START + pattern + END, 'iu');

const ON_DAYS = find(`every\\s+(other\\s+)?(${DAY}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*&\\s*)${DAY})*)`);
const WORKDAYS = find('(?:every\\s+(?:week|work)day|(?:on\\s+)?weekdays)');
const EVERY = find('every\\s+(?:(other|\\d{1,3})\\s+)?(day|week|month|year)s?');
const ADVERB = find('(daily|weekly|monthly|yearly|annually)');
const URDU_DAYS = find(`ہر\\s+(${Object.keys(urduDays).join('|')})(?:\\s+کو)?`);
const URDU_UNIT = find('(?:ہر\\s+(?:([۰-۹\\d]{1,3})\\s+)?(دن|روز|ہفتے|مہینے|ماہ|سال)|روزانہ)');

/** Finds "every Monday", "every 2 weeks", "daily", "ہر پیر" and their like. */
export function readRecurrence(line: string): FoundRecurrence | undefined {
  const onDays = ON_DAYS.exec(line);
  if (onDays) {
    const days = (onDays[2] ?? '')
      .toLowerCase()
      .split(/\s*,\s*|\s+and\s+|\s*&\s*/)
      .map((day) => day.slice(0, 3));
    const interval = onDays[1] ? 'INTERVAL=2;' : '';
    return foundAs(onDays, `FREQ=WEEKLY;${interval}BYDAY=${days.map((day) => codes[day]).join()}`, days);
  }
  const workdays = WORKDAYS.exec(line);
  if (workdays) {
    return foundAs(workdays, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', ['mon', 'tue', 'wed', 'thu', 'fri']);
  }
  const every = EVERY.exec(line);
  if (every) {
    const count = every[1]?.toLowerCase() === 'other' ? 2 : Number(every[1] ?? 1);
    return foundAs(every, ruleOf(frequencies[(every[2] ?? '').toLowerCase()], count));
  }
  const adverb = ADVERB.exec(line);
  if (adverb) return foundAs(adverb, ruleOf(adverbs[(adverb[1] ?? '').toLowerCase()], 1));
  const urduDay = URDU_DAYS.exec(line);
  if (urduDay) {
    const day = urduDays[urduDay[1] ?? ''] ?? '';
    return foundAs(urduDay, `FREQ=WEEKLY;BYDAY=${codes[day]}`, [day]);
  }
  const unit = URDU_UNIT.exec(line);
  return unit
    ? foundAs(unit, ruleOf(urduUnits[unit[2] ?? 'روز'], Number(westernDigits(unit[1] ?? '1'))))
    : undefined;
}

const ruleOf = (frequency: string | undefined, interval: number) =>
  `FREQ=${frequency}${interval > 1 ? `;INTERVAL=${interval}` : ''}`;

const foundAs = (
  { index, 0: text }: RegExpExecArray,
  rule: string,
  days: string[] = [],
): FoundRecurrence => ({
  index,
  text,
  rule,
  days,
});
