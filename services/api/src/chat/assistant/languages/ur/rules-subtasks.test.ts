import { expect, it } from 'vitest';
import { understood } from './testing.ts';

it.each([
  ['کام 2 کے تحت کیک منگوانا شامل کرو', 'کیک منگوانا'],
  ['کام 2 میں ایک ذیلی کام شامل کرو: غبارے خریدنا', 'غبارے خریدنا'],
])('%s', (said, title) => {
  expect(understood(said)).toMatchObject([
    { kind: 'add', drafts: [{ title }], under: { by: 'number', numbers: [2] } },
  ]);
});
