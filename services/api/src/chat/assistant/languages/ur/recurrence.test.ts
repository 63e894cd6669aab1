import { expect, it } from 'vitest';
import { ruleOf } from '../../understanding/recurrence.ts';
import { recurrence, recurrenceWords } from './recurrence.ts';

it.each([
  ['ہر پیر کو جم جانا', 'FREQ=WEEKLY;BYDAY=MO'],
  ['ہر منگل اور جمعرات کو جم جانا', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['روزانہ دوا لینا', 'FREQ=DAILY'],
  ['ہر دوسرے ہفتے صفائی کرنا', 'FREQ=WEEKLY;INTERVAL=2'],
  ['ہر مہینے کی ۵ تاریخ کو کرایہ دینا', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['سالانہ چیک اپ', 'FREQ=YEARLY'],
])('%s', (text, rule) => {
  const found = recurrence(text);
  expect(found && ruleOf(found.recurs)).toBe(rule);
});

it.each([
  ['FREQ=WEEKLY;BYDAY=MO', 'ہر پیر'],
  ['FREQ=DAILY', 'روزانہ'],
  ['FREQ=MONTHLY;BYMONTHDAY=5', 'ہر مہینے کی 5 تاریخ'],
])('%s is said as %s', (rule, said) => {
  expect(recurrenceWords(rule)).toBe(said);
});
