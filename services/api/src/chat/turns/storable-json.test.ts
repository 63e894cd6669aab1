import { expect, it } from 'vitest';
import { storableJson } from './storable-json.ts';

it.each([
  ['plain text and whole characters', ['é 🎉 "quoted" \n'], ['é 🎉 "quoted" \n']],
  ['NUL', { 'a\0': 'b\0c' }, { a: 'bc' }],
  ['half a character', ['\ud83d', '\ude00 and more'], ['\ufffd', '\ufffd and more']],
  ['text that only looks like an escape', ['\\u0000 \\ud83d'], ['\\u0000 \\ud83d']],
])('%s', (_, value, kept) => {
  expect(JSON.parse(storableJson(value))).toEqual(kept);
});
