import { expect, it } from 'vitest';
import { withoutIdleWords } from './idle-words.ts';

it.each([
  ['hey you, um add add milk k thx bye', 'add milk'],
  ['number two number two is done', 'number two is done'],
  ['remind me to um to call', 'remind me to call'],
  ['add buy nappies. buy nappies', 'add buy nappies'],
  ['add tea ,jam and milk 😅', 'add tea, jam and milk'],
  ['🛒 add cat litter', 'add cat litter'],
  ['✅ send invoice', '✅ send invoice'],
  ['book a trip to bora bora', 'book a trip to bora bora'],
  ['thanks mate', 'thanks mate'],
  ['so what', 'so what'],
])('%s', (said, meant) => {
  expect(withoutIdleWords(said)).toBe(meant);
});
