import { expect, it } from 'vitest';
import { firstDayOf, type Recurs, recursOf, ruleOf } from './recurrence.ts';

const wednesday = new Date('2026-11-25T00:00:00Z');

it.each<[Recurs, string, string]>([
  [{ unit: 'day' }, 'FREQ=DAILY', '2026-11-25'],
  [{ unit: 'week', weekdays: [1] }, 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30'],
  [{ unit: 'week', interval: 2, weekdays: [2, 4] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', '2026-11-26'],
  [{ unit: 'month', monthDay: 5 }, 'FREQ=MONTHLY;BYMONTHDAY=5', '2026-12-05'],
  [{ unit: 'month', monthDay: -1 }, 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
  [{ unit: 'year', month: 3, monthDay: 3 }, 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3', '2027-03-03'],
])('%j is %s, first on %s', (recurs, rule, first) => {
  expect(ruleOf(recurs)).toBe(rule);
  expect(recursOf(rule)).toEqual(recurs);
  expect(firstDayOf(recurs, wednesday)).toBe(first);
});

it.each(['FREQ=WEEKLY;COUNT=3', 'FREQ=MONTHLY;BYDAY=1FR', 'FREQ=HOURLY', ''])(
  '%j is said in no simple words',
  (rule) => {
    expect(recursOf(rule)).toBeUndefined();
  },
);
