import { describe, expect, it } from 'vitest';
import { dates } from './dates.ts';

/** Wednesday noon. */
const noon = new Date('2026-11-25T12:00:00Z');
const found = (text: string) => {
  const [first] = dates(text, noon);
  if (!first) return undefined;
  const { hour, minute } = first.time ?? {};
  return `${first.text} = ${first.date}${hour === undefined ? '' : ` ${hour}:${String(minute).padStart(2, '0')}`}`;
};

describe('dates in English', () => {
  it.each([
    ['leave at half past six', 'at half past six = 2026-11-25 18:30'],
    ['leave at quarter to five pm', 'at quarter to five pm = 2026-11-25 16:45'],
    ['tomorrow at 9', 'tomorrow at 9 = 2026-11-26 9:00'],
    ['friday at 3', 'friday at 3 = 2026-11-27 15:00'],
    ['call at 8', 'at 8 = 2026-11-25 20:00'],
    ['pay on the 5th', 'on the 5th = 2026-12-05'],
    ['on wednesday', 'on wednesday = 2026-12-02'],
    ['the 1st of december', 'the 1st of december = 2026-12-01'],
    ['by end of day', 'end of day = 2026-11-25'],
    ['in 2 hours', 'in 2 hours = 2026-11-25 14:00'],
    ['in the morning', 'in the morning = 2026-11-26'],
    ['at 7 in the evening', 'at 7 in the evening = 2026-11-25 19:00'],
    ['day after tomorrow', 'day after tomorrow = 2026-11-27'],
    ['standup 0930 tomorrow', '0930 tomorrow = 2026-11-26 9:30'],
    ['dentist 12/18', '12/18 = 2026-12-18'],
    ['in january', 'in january = 2027-01-01'],
    ['from 12 to 14 december', '12 to 14 december = 2026-12-12'],
    ['movie night on friday', 'on friday = 2026-11-27'],
    ['ring them tomorrow morning, 8.30', 'tomorrow morning, 8.30 = 2026-11-26 8:30'],
    ['gym friday 18.15', 'friday 18.15 = 2026-11-27 18:15'],
    ['meet 1730 hrs', '1730 hrs = 2026-11-25 17:30'],
  ])('%s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each(['every sunday', 'see what may go wrong', 'buy 2 litres of milk', 'the parent evening', '1/2 cup'])(
    '%s holds none',
    (text) => {
      expect(found(text)).toBeUndefined();
    },
  );

  it.each([
    ['due on 3/4', 'Europe/London', '2027-04-03'],
    ['due on 3/4', 'Asia/Karachi', '2027-04-03'],
    ['due on 3/4', 'America/New_York', '2027-03-04'],
    ['due on 3/4', 'UTC', '2027-03-04'],
    ['due on 25/3', 'America/New_York', '2027-03-25'],
    ['due on 3/25', 'Europe/London', '2027-03-25'],
    ['due on 1/2/2027', 'Europe/London', '2027-02-01'],
  ])('%s in %s is %s', (text, zone, date) => {
    expect(dates(text, noon, zone).map((found) => found.date)).toEqual([date]);
  });
});
