/** Spans of days in what is listed: "دسمبر میں", "اس مہینے", "اگلے تین دن میں". @module */
import type { Language } from '../../language.ts';
import { latinDigits } from '../../understanding/digits.ts';
import { dayOf } from '../../understanding/zone.ts';
import { months } from './date-numbers.ts';

const counts: Record<string, number> = {
  دو: 2,
  تین: 3,
  چار: 4,
  پانچ: 5,
  چھ: 6,
  سات: 7,
  دس: 10,
  کچھ: 3,
  چند: 3,
};
const edge = (source: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'iu');

const ofMonth = edge(`(?<month>${months.join('|')}) (?:کے (?:مہینے )?)?(?:میں|کے(?= کام)|والے)`);
const aMonth = edge('(?<which>اس|اگلے|رواں|آنے والے) (?:مہینے|ماہ|مہینہ)(?: (?:میں|کے|کا))?');
const weekend = edge('(?<which>اس|اگلے)? ?(?:ویک ?اینڈ|ہفتہ وار چھٹی|چھٹی کے دنوں)(?: (?:پر|میں|کے|کا))?');
const coming = edge(
  `(?:اگلے|آنے والے|آئندہ) (?<count>\\p{Nd}{1,2}|${Object.keys(counts).join('|')}) (?<unit>دن|دنوں|ہفتے|ہفتوں)(?: (?:میں|کے|کا|تک))?`,
);

const firstOf = (year: number, month: number) => dayOf(new Date(Date.UTC(year, month, 1)));
const lastOf = (year: number, month: number) => dayOf(new Date(Date.UTC(year, month + 1, 0)));

/** The span of days that a text names, and where. */
export const spans: Language['spans'] = (text, today) => {
  const found = (match: RegExpExecArray, from: string, to: string) => ({
    index: match.index,
    text: match[0],
    from,
    to,
  });
  const year = today.getUTCFullYear();
  const named = ofMonth.exec(text);
  if (named) {
    const month = months.indexOf(named.groups?.month ?? '');
    const own = year + (month < today.getUTCMonth() ? 1 : 0);
    return found(named, firstOf(own, month), lastOf(own, month));
  }
  const monthly = aMonth.exec(text);
  if (monthly) {
    const next = /اگلے|آنے/u.test(monthly.groups?.which ?? '');
    const month = today.getUTCMonth() + (next ? 1 : 0);
    return found(monthly, next ? firstOf(year, month) : dayOf(today), lastOf(year, month));
  }
  const free = weekend.exec(text);
  if (free) {
    const saturday = ((6 - today.getUTCDay() + 7) % 7) + (free.groups?.which === 'اگلے' ? 7 : 0);
    return found(free, dayOf(today, saturday), dayOf(today, saturday + 1));
  }
  const stretch = coming.exec(text);
  if (!stretch) return undefined;
  const { count = '', unit = '' } = stretch.groups ?? {};
  const number = counts[count] ?? Number(latinDigits(count));
  return found(stretch, dayOf(today), dayOf(today, number * (unit.startsWith('ہفت') ? 7 : 1)));
};
