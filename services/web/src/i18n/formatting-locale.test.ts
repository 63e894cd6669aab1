import { expect, test } from 'vitest';
import { formattingLocale } from './formatting-locale.ts';

test.each([
  ['en', ['en-GB', 'en'], 'en-GB'],
  ['en', ['de-DE', 'en-IE'], 'en-IE'],
  ['ur', ['en-GB', 'ur-PK'], 'ur-PK'],
  ['ur', ['en-GB'], 'ur'],
])('a page in %s for %s writes dates as %s', (locale, preferred, expected) => {
  expect(formattingLocale(locale, preferred)).toBe(expected);
});
