import { expect, test } from 'vitest';
import { localeOf } from './languages.ts';

test.each([
  // A choice stands above what the browser asks for.
  ['ur', 'en-US,en;q=0.9', 'ur'],
  ['en', 'ur', 'en'],
  // The first visit: the browser's own order, by quality and not by place.
  [undefined, 'ur-PK,ur;q=0.9,en;q=0.8', 'ur'],
  [undefined, 'en;q=0.5, ur;q=0.9', 'ur'],
  [undefined, 'de-DE,de;q=0.9,ur;q=0.4', 'ur'],
  [undefined, 'ur;q=0,en', 'en'],
  // What the app has not, or nobody understands.
  [undefined, 'de', 'en'],
  [undefined, '*', 'en'],
  [undefined, null, 'en'],
  ['klingon', ';;q=,', 'en'],
])('chosen %s, accepted %s: %s', (chosen, accepted, expected) => {
  expect(localeOf(chosen, accepted)).toBe(expected);
});
