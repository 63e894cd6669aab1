import { expect, it } from 'vitest';
import { retitled } from './retitled.ts';

it.each([
  ['Buy present for Leo', 'Theo', 'Buy present for Theo'],
  ['Call john', 'joan', 'Call joan'],
  ['Meeting with Sara', 'Zara', 'Meeting with Zara'],
  ['Book table for two at Luigis', 'Marios', 'Book table for two at Marios'],
  ['size 42', '43', 'size 43'],
  ['size 42', '2', '2'],
  ['Tea', 'Coffee', 'Coffee'],
  ['Call john', 'text john', 'text john'],
  ['Lunch with Bob', 'dinner', 'dinner'],
  ['Buy oat milk', 'bread', 'bread'],
])('%s, no, %s', (title, meant, expected) => {
  expect(retitled(title, meant)).toBe(expected);
});
