import { expect, test } from 'vitest';
import { clockAt, daysAfter, momentOf } from './zoned-time.ts';

test.each([
  ['2026-11-21T23:30:00.000Z', 'Asia/Karachi', '2026-11-22', '04:30'],
  ['2026-11-22T00:00:00.000Z', 'UTC', '2026-11-22', '00:00'],
  ['2026-11-22T03:15:00.000Z', 'America/New_York', '2026-11-21', '22:15'],
  ['2026-11-21T23:30:00.000Z', 'Asia/Kathmandu', '2026-11-22', '05:15'],
  // An hour before and after the clocks go forward, and the day on which they go back.
  ['2026-03-29T00:30:00.000Z', 'Europe/Berlin', '2026-03-29', '01:30'],
  ['2026-03-29T01:30:00.000Z', 'Europe/Berlin', '2026-03-29', '03:30'],
  ['2026-10-25T21:00:00.000Z', 'Europe/Berlin', '2026-10-25', '22:00'],
])('%s in %s is %s %s, and the other way round', (moment, zone, day, time) => {
  expect(clockAt(new Date(moment), zone)).toEqual({ day, time });
  expect(momentOf({ day, time }, zone).toISOString()).toBe(moment);
});

test('days go on over the ends of months and years', () => {
  expect(daysAfter('2027-12-31', 1)).toBe('2028-01-01');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});
