import { expect, it } from 'vitest';
import { spans } from './spans.ts';

const wednesday = new Date('2026-11-25T12:00:00Z');

it.each([
  ['دسمبر میں', '2026-12-01', '2026-12-31'],
  ['اس مہینے', '2026-11-25', '2026-11-30'],
  ['اگلے مہینے', '2026-12-01', '2026-12-31'],
  ['اس ویک اینڈ', '2026-11-28', '2026-11-29'],
  ['اگلے تین دن', '2026-11-25', '2026-11-28'],
  ['اگلے ۲ ہفتوں', '2026-11-25', '2026-12-09'],
])('%s', (text, from, to) => {
  expect(spans(text, wednesday)).toMatchObject({ index: 0, from, to });
});

it('knows where there is none', () => {
  expect(spans('۵ دسمبر کو', wednesday)).toBeUndefined();
});
