import { expect, test } from 'vitest';
import english from '../../messages/en.json' with { type: 'json' };
import { accountCatalogues, catalogues } from './catalogues.ts';
import { type Locale, locales } from './languages.ts';

/** Those of every page, and those of the account's. */
const textsOf = (locale: Locale) => ({ ...catalogues[locale], ...accountCatalogues[locale] });

/** Every text by its key, with the arguments and tags that it takes. */
function argumentsByKey(locale: Locale): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const walk = (messages: object, path: string) => {
    for (const [name, value] of Object.entries(messages)) {
      if (typeof value === 'string' || Array.isArray(value)) found[path + name] = argumentsOf(value);
      else walk(value, `${path}${name}.`);
    }
  };
  walk(textsOf(locale), '');
  return found;
}

/** The names in a compiled message: `[name, …]` wherever a node takes something from outside. */
function argumentsOf(message: unknown): string[] {
  const names = new Set<string>();
  const visit = (node: unknown) => {
    if (!Array.isArray(node)) return;
    const [name, kind, ...rest] = node;
    names.add(`${name}${typeof kind === 'number' ? `:${kind}` : kind === undefined ? '' : '<>'}`);
    for (const part of typeof kind === 'number' ? rest : [kind, ...rest]) {
      if (Array.isArray(part)) visit(part);
      else if (typeof part === 'object' && part !== null)
        for (const choice of Object.values(part)) visitAll(choice);
    }
  };
  const visitAll = (nodes: unknown) => {
    if (Array.isArray(nodes)) for (const node of nodes) visit(node);
  };
  visitAll(message);
  return [...names].sort();
}

const others = locales.filter((locale) => locale !== 'en');

test.each(others)('%s has every text of the English catalogue, with the same arguments', (locale) => {
  expect(argumentsByKey(locale)).toEqual(argumentsByKey('en'));
});

test('arguments, plurals and tags are told apart', () => {
  const found = argumentsByKey('en');
  expect(found['chat.found']).toEqual(['count:2', 'words']);
  expect(found['tasks.deleted']).toEqual(['em<>', 'title']);
  expect(Object.keys(found).length).toBeGreaterThan(150);
});

test.each(others)('%s is translated: no sentence is the English one', (locale) => {
  const same = (a: unknown, b: unknown, path: string): string[] => {
    if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null && !Array.isArray(a))
      return Object.keys(a).flatMap((key) =>
        same(Reflect.get(a, key), Reflect.get(b, key), `${path}.${key}`),
      );
    return JSON.stringify(a) === JSON.stringify(b) ? [path] : [];
  };
  expect(same(textsOf('en'), textsOf(locale), '')).toEqual(['.tasks.number']);
});

test('a plural has every form of its language', () => {
  for (const locale of locales) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const text = JSON.stringify(textsOf(locale));
    for (const [, choices = ''] of text.matchAll(/"count",2,(\{[^}]*\})/g))
      expect(Object.keys(JSON.parse(choices))).toEqual(expect.arrayContaining(forms));
  }
  expect(JSON.stringify(english)).toContain('plural');
});
