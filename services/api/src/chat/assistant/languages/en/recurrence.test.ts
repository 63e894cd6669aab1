import { expect, it } from 'vitest';
import { ruleOf } from '../../understanding/recurrence.ts';
import { recurrence, recurrenceWords } from './recurrence.ts';

it.each([
  ['gym every tue and thu', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['standup on weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['pay rent on the 1st of every month', 'FREQ=MONTHLY;BYMONTHDAY=1'],
  ['pay rent on the last day of each month', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['back up fortnightly', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every third month check the filter', 'FREQ=MONTHLY;INTERVAL=3'],
  ['call gran on sundays', 'FREQ=WEEKLY;BYDAY=SU'],
  ['party every december 31', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31'],
])('%s', (text, rule) => {
  const found = recurrence(text);
  expect(found && ruleOf(found.recurs)).toBe(rule);
});

it.each(['plan the weekly menu', 'daily standup notes', 'every good idea', 'buy the sunday paper'])(
  '%s has none',
  (text) => {
    expect(recurrence(text)).toBeUndefined();
  },
);

it.each([
  ['FREQ=WEEKLY;BYDAY=MO', 'every Monday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=DAILY', 'every day'],
  ['FREQ=WEEKLY;INTERVAL=2', 'every other week'],
  ['FREQ=MONTHLY;INTERVAL=3', 'every 3 months'],
  ['FREQ=MONTHLY;BYMONTHDAY=5', 'every month on the 5th'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3', 'every year on March 3'],
  ['FREQ=MONTHLY;BYDAY=1FR', 'repeating'],
])('%s is said as %s', (rule, said) => {
  expect(recurrenceWords(rule)).toBe(said);
});
