/** Moving a task by so many days or hours: "پروپوزل کی تاریخ ایک دن پہلے کر دو", "میٹنگ آدھا گھنٹہ آگے کر دو". @module */
import type { Rule } from '../../language.ts';
import { latinDigits } from '../../understanding/digits.ts';
import { numbers } from './date-numbers.ts';
import { act, imperative, pattern } from './forms.ts';

const halves: Readonly<Record<string, number>> = { آدھا: 0.5, آدھے: 0.5, ڈیڑھ: 1.5, ڈھائی: 2.5 };
const count = `(?<count>\\p{Nd}{1,3}|مزید|اور|${Object.keys(halves).join('|')}|${[...numbers.keys()].join('|')})`;
const move = `(?:${act}|${imperative('لے جا', 'لے آ', 'لا', 'بڑھا', 'کھسکا', 'رکھ')}|(?:منتقل|شفٹ|ملتوی|موخر|مؤخر) ${act})`;
const field = '(?: (?:کی|کا|کے) (?:تاریخ|ڈیڈ ?لائن|وقت|ٹائم|دن))?(?: کو)?';

function amountOf(said: string): number {
  return halves[said] ?? numbers.get(said) ?? (Number(latinDigits(said)) || 1);
}

export const shiftingRules: readonly Rule[] = [
  {
    name: 'shift',
    pattern: pattern(
      `^(?<ref>.+?)${field} ${count} (?<unit>دن|روز|ہفت[ےہ]|گھنٹ[ےہا]|منٹ)(?: کے لیے| کے لئے| سے)? (?<way>پہلے|جلدی|آگے|پیچھے|مزید|لیٹ|دیر سے)(?: (?:کی طرف|کو))? ?${move}$`,
    ),
    read: ({ ref, count: said = '', unit = '', way = '' }, reader) => {
      const reference = reader.due(ref) ? undefined : reader.reference(ref);
      const sign = /^(?:پہلے|جلدی)$/u.test(way) ? -1 : 1;
      const amount = sign * amountOf(said);
      const minutes = unit.startsWith('گھنٹ') ? 60 : unit === 'منٹ' ? 1 : 0;
      const days = unit.startsWith('ہفت') ? 7 : 1;
      const changes = minutes
        ? { shiftMinutes: Math.round(amount * minutes) }
        : { shift: Math.round(amount * days) };
      return reference && { kind: 'update', reference, changes };
    },
  },
];
