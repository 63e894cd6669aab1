import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listValues, readmeFile, readmeWithTable, valuesTable } from './values-table.ts';

const chart = dirname(readmeFile);
const text = (path: string) => readFile(join(chart, path), 'utf8');

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

test('the README has every value: npm run values-table -w @todo-chatbot/stack', async () => {
  expect(await readFile(readmeFile, 'utf8')).toBe(await readmeWithTable());
});

test('every value is explained in sentences', async () => {
  for (const { path, explanation } of listValues(await text('values.yaml'))) {
    expect(explanation, path).toMatch(/^[A-Z].{15,}[.`]$/);
  }
});

test('a value without a comment is refused', () => {
  expect(() => listValues('# Explained.\na: 1\nb:\n  c: 2\n')).toThrow('b.c has no comment');
});

test('a table has what is in a value, and no column too many', () => {
  const values = listValues(
    '# About all.\n\n# One | two.\na:\n  # First.\n  b: 1\n  # Second,\n  # in two lines.\n  c: [x]\n',
  );
  expect(values).toEqual([{ path: 'a', default: { b: 1, c: ['x'] }, explanation: 'One | two.' }]);
  expect(valuesTable(values)).toContain('| `a` | `{b: 1, c: [x]}` | One \\| two. |');
});

describe('the schema', async () => {
  const schema = JSON.parse(await text('values.schema.json'));
  const resolve = (part: Schema): Schema =>
    part.$ref ? schema.definitions[part.$ref.replace('#/definitions/', '')] : part;

  function unknownIn(values: Record<string, unknown>, part: Schema, path = ''): string[] {
    return Object.entries(values).flatMap(([key, value]) => {
      const below = part.properties?.[key];
      if (!below) return part.additionalProperties ? [] : [path + key];
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isGroup ? unknownIn(value as Record<string, unknown>, resolve(below), `${path}${key}.`) : [];
    });
  }

  function open(part: Schema, path: string): string[] {
    const { properties, additionalProperties, type, enum: words } = resolve(part);
    if (!properties) return type || words || resolve(part) !== part ? [] : [path];
    const here = additionalProperties === false ? [] : [path];
    return [...here, ...Object.entries(properties).flatMap(([key, below]) => open(below, `${path}.${key}`))];
  }

  test('knows every value', async () => {
    expect(unknownIn(parse(await text('values.yaml')), schema)).toEqual([]);
    expect(unknownIn(parse(await text('values-local.yaml')), schema)).toEqual([]);
  });

  test('knows no value that is not there, save what Helm itself adds', async () => {
    const values = parse(await text('values.yaml'));
    const missing = (part: Schema, there: unknown, path: string): string[] =>
      Object.entries(resolve(part).properties ?? {}).flatMap(([key, below]) => {
        const value = (there as Record<string, unknown> | undefined)?.[key];
        if (value === undefined) return [path + key];
        const isFree = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
        return isFree ? [] : missing(below, value, `${path}${key}.`);
      });
    expect(missing(schema, values, '')).toEqual(['global']);
  });

  test('refuses what it does not know, at every depth', () => {
    expect(open(schema, '')).toEqual([]);
  });
});

test('every template has a unit test', async () => {
  const templates = (await readdir(join(chart, 'templates'), { recursive: true })).filter((file) =>
    /\.(yaml|txt)$/.test(file),
  );
  const suites = (await readdir(join(chart, 'tests'))).filter((file) => file.endsWith('_test.yaml'));
  const tests = (await Promise.all(suites.map((file) => text(join('tests', file))))).join('\n');
  expect(templates.length).toBeGreaterThan(15);
  for (const template of templates) expect(tests).toContain(`templates/${template.replaceAll('\\', '/')}`);
});

test('every value is changed by a unit test', async () => {
  const suites = (await readdir(join(chart, 'tests'))).filter((file) => file.endsWith('_test.yaml'));
  const changed = new Set<string>();
  const collect = (set: unknown, path: string) => {
    changed.add(path);
    if (typeof set !== 'object' || set === null || Array.isArray(set)) return;
    for (const [key, value] of Object.entries(set)) collect(value, path ? `${path}.${key}` : key);
  };
  for (const file of suites) {
    for (const { set } of parse(await text(join('tests', file))).tests) if (set) collect(set, '');
  }
  const values = listValues(await text('values.yaml')).map(({ path }) => path);
  expect(values.filter((path) => !changed.has(path))).toEqual([]);
});

test('every switch is on in every-switch.yaml, for the scanners', async () => {
  const on = parse(await text('tests/every-switch.yaml'), { merge: true });
  const at = (path: string) => path.split('.').reduce((part, key) => part?.[key], on);
  const values = listValues(await text('values.yaml'));
  const switches = values.filter((value) => value.default === false).map(({ path }) => path);
  expect(switches.length).toBeGreaterThan(4);
  for (const path of switches) expect(at(path), path).toBe(true);
  const lists = values.filter((value) => Array.isArray(value.default)).map(({ path }) => path);
  for (const path of lists) if (!path.startsWith('web.')) expect(at(path)?.length, path).toBeGreaterThan(0);
});
