import { expect, it } from 'vitest';
import { dates } from './dates.ts';

const wednesday = new Date('2026-11-25T12:00:00Z');

it.each([
  ['the last friday of the month', '2026-11-27'],
  ['first monday of december', '2026-12-07'],
  ['the 2nd tuesday of next month', '2026-12-08'],
  // The first of this month is past.
  ['on the first monday of the month', '2026-12-07'],
  ['the last sunday in march', '2027-03-28'],
])('%s', (text, date) => {
  expect(dates(text, wednesday)).toMatchObject([{ date }]);
});
