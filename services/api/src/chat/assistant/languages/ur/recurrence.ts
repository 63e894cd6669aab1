/** "ہر پیر کو", "روزانہ", "ہر مہینے کی ۵ تاریخ کو": how often, in Urdu. @module */
import type { Language } from '../../language.ts';
import { latinDigits } from '../../understanding/digits.ts';
import { type Recurs, recursOf } from '../../understanding/recurrence.ts';
import { weekdays } from './date-numbers.ts';
import { pattern } from './forms.ts';

const day = `(?:${weekdays.filter((_names, index) => index < 6).join('|')}|ہفتہ|سنیچر|سیچرڈے)`;
const counts: Record<string, number> = { دوسرے: 2, دو: 2, تیسرے: 3, تین: 3, چوتھے: 4, چار: 4 };
const count = `(?:${Object.keys(counts).join('|')}|\\p{Nd}{1,2})`;
const each = '(?:ہر|ہر ایک)';

type Groups = Record<string, string | undefined>;

const weekdayOf = (name: string) => weekdays.findIndex((names) => names.split('|').includes(name));
const intervalOf = (text: string | undefined) => (text ? (counts[text] ?? Number(latinDigits(text))) : 1);

const ways: readonly [source: string, read: (groups: Groups) => Recurs][] = [
  [
    `${each} (?:مہینے|ماہ) (?:کی )?(?<date>\\p{Nd}{1,2}|پہلی|یکم)(?: تاریخ)?(?: کو)?`,
    ({ date = '' }) => ({ unit: 'month', monthDay: /^\p{Nd}/u.test(date) ? Number(latinDigits(date)) : 1 }),
  ],
  [
    `${each} (?:(?<count>${count}) )?(?<days>${day}(?:(?: اور |، ?)(?:ہر )?${day})*)(?: کے دن| والے دن)?(?: کو)?`,
    ({ count: often, days = '' }) => ({
      unit: 'week',
      interval: intervalOf(often),
      weekdays: [...days.matchAll(new RegExp(day, 'gu'))].map(([name]) => weekdayOf(name)),
    }),
  ],
  ['(?:روزانہ|ہر روز|روز کے روز|روز ہی)', () => ({ unit: 'day' })],
  [
    `${each} (?:(?<count>${count}) )?(?<unit>دن|ہفتے|مہینے|ماہ|سال)(?: میں ایک بار)?`,
    ({ count: often, unit = '' }) => ({
      unit: unit === 'دن' ? 'day' : unit === 'ہفتے' ? 'week' : unit === 'سال' ? 'year' : 'month',
      interval: intervalOf(often),
    }),
  ],
  [`${each}(?= (?:صبح|دوپہر|شام|رات))`, () => ({ unit: 'day' })],
  ['(?:ہفتہ وار|ہفتے میں ایک بار)', () => ({ unit: 'week' })],
  ['(?:ماہانہ|مہینے میں ایک بار)', () => ({ unit: 'month' })],
  ['(?:سالانہ|سال میں ایک بار)', () => ({ unit: 'year' })],
];

const patterns = ways.map(([source, read]) => ({
  pattern: pattern(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`),
  read,
}));

/** Finds how often. */
export const recurrence: Language['recurrence'] = (text) => {
  for (const { pattern: said, read } of patterns) {
    const match = said.exec(text);
    if (!match) continue;
    const recurs = read(match.groups ?? {});
    if (recurs.weekdays?.includes(-1)) continue;
    return { index: match.index, length: match[0].length, recurs, instead: '' };
  }
  return undefined;
};

const units = { day: 'دن', week: 'ہفتے', month: 'مہینے', year: 'سال' };
const named = (index: number) => weekdays[index]?.split('|')[0] ?? '';

/** "ہر پیر", "ہر 2 ہفتے", "ہر مہینے کی 5 تاریخ". */
export function recurrenceWords(rule: string): string {
  const recurs = recursOf(rule);
  if (!recurs) return 'بار بار';
  const { unit, interval = 1, weekdays: on = [], monthDay } = recurs;
  if (unit === 'day' && interval === 1) return 'روزانہ';
  const every = interval === 1 ? `ہر ${units[unit]}` : `ہر ${interval} ${units[unit]}`;
  if (on.length > 0) {
    const days = on.map(named).join('، ');
    return unit === 'week' && interval === 1 ? `ہر ${days}` : `${every}، ${days}`;
  }
  if (monthDay === undefined) return every;
  return monthDay === -1 ? `${every} کے آخری دن` : `${every} کی ${monthDay} تاریخ`;
}
