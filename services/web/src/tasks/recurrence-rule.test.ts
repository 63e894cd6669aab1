import { expect, test } from 'vitest';
import { ruleOf, textOf } from './recurrence-rule.ts';

test.each([
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=10',
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=1MO;UNTIL=20301231',
  'FREQ=YEARLY',
])('%s is taken apart and put together', (text) => {
  const rule = ruleOf(text);
  expect(rule && textOf(rule)).toBe(text);
});

test('weekdays come in the order of the week, an end at a moment is its day', () => {
  expect(ruleOf('FREQ=WEEKLY;BYDAY=FR,MO')?.days).toEqual(['MO', 'FR']);
  expect(ruleOf('FREQ=DAILY;UNTIL=20301231T180000Z')?.until).toBe('2030-12-31');
});

test.each([
  'FREQ=DAILY;BYDAY=MO,TU',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=YEARLY;BYMONTH=2',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=HOURLY',
  'nonsense',
])('%s says more than these parts hold', (text) => expect(ruleOf(text)).toBeUndefined());
