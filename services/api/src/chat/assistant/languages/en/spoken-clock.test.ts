import { expect, it } from 'vitest';
import { dates } from './dates.ts';

const noon = new Date(Date.UTC(2026, 10, 25, 12));

it.each([
  ['call bob at quarter to seven tomorrow morning', '2026-11-26', 6, 45],
  ['quarter past six this evening call bob', '2026-11-25', 18, 15],
  ['nine a m on monday', '2026-11-30', 9, 0],
  ['call bob tomorrow three pm', '2026-11-26', 15, 0],
  ['get the wee one at half five today', '2026-11-25', 17, 30],
  ['call bob tomorrow at ten in the morning', '2026-11-26', 10, 0],
  ['friday at twelve noon', '2026-11-27', 12, 0],
])('%s', (said, date, hour, minute) => {
  expect(dates(said, noon)[0]).toMatchObject({ date, time: { hour, minute } });
});
