import { expect, it } from 'vitest';
import { english } from '../languages/en/english.ts';
import { urdu } from '../languages/ur/urdu.ts';
import { mayFit, requiredIn } from './required-words.ts';

it.each<[RegExp, readonly string[] | undefined]>([
  [/^add (?<title>.+)$/i, ['add ']],
  [/^(?:delete|remove)(?: it)? (?<ref>.+)$/i, ['delete', 'remove']],
  [/^(?:please )?(?:\w+|x) ?$/i, undefined],
  [/^colou?rs?$/i, ['colo']],
  [/(?<=never )(?!no)[a-z]+ (?:ab|cd)+/i, ['ab', 'cd']],
  [/^\d{1,2} no{2,}w\.$/i, [' no']],
])('%s', (pattern, required) => {
  expect(requiredIn(pattern)).toEqual(required);
});

it('knows words of most rules, and never keeps a rule from what it fits', () => {
  for (const { rules } of [english, urdu]) {
    expect(rules.filter(({ pattern }) => requiredIn(pattern)).length).toBeGreaterThan(rules.length / 2);
  }
  const said = [
    'add milk to my list',
    'DELETE task 2',
    'mark 3 as done',
    'push rent to friday',
    'کام 2 مکمل کرو',
    'دودھ لانا شامل کرو',
  ];
  for (const { pattern } of [...english.rules, ...urdu.rules]) {
    for (const text of said) if (pattern.test(text)) expect(mayFit(pattern, text.toLowerCase())).toBe(true);
  }
});
