import { expect, it } from 'vitest';
import { withDaysMended } from './mistyped-days.ts';

it.each([
  ['by firday', 'by friday'],
  ['on wensday at 4', 'on wednesday at 4'],
  ['thrusday or tusday', 'thursday or tuesday'],
  ['todya, 2nite and tommorow', 'today, tonight and tomorrow'],
  ['call 2moro', 'call tomorrow'],
  ['a sundae on a midday', 'a sundae on a midday'],
  ['study my fridays', 'study my fridays'],
  ['a sandy monday', 'a sandy monday'],
])('%s', (typed, meant) => {
  expect(withDaysMended(typed)).toBe(meant);
});
