import { expect, it } from 'vitest';
import { spans } from './spans.ts';

const wednesday = new Date('2026-11-25T12:00:00Z');

it.each([
  ['due in december', '2026-12-01', '2026-12-31'],
  ['in march', '2027-03-01', '2027-03-31'],
  ['this month', '2026-11-25', '2026-11-30'],
  ['next month', '2026-12-01', '2026-12-31'],
  ['this weekend', '2026-11-28', '2026-11-29'],
  ['next weekend', '2026-12-05', '2026-12-06'],
  ['over the next three days', '2026-11-25', '2026-11-28'],
  ['in the next 2 weeks', '2026-11-25', '2026-12-09'],
  ['between friday and december 5', '2026-11-27', '2026-12-05'],
  ['after friday', '2026-11-28', undefined],
  ['later this week', '2026-11-25', '2026-11-29'],
])('%s', (text, from, to) => {
  expect(spans(text, wednesday)).toMatchObject({
    index: 0,
    text,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });
});

it.each(['next week', 'december 5', 'may I see them', 'after the party'])('%s is none', (text) => {
  expect(spans(text, wednesday)).toBeUndefined();
});
