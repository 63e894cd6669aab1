/** What a start has to read before it is ready: what only some requests need is loaded with the first of them. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bundle } from '../build.ts';

const built = join(import.meta.dirname, `../node_modules/.cache/start-${process.pid}`);

/** The files that the program imports before anything of it runs, with their texts. */
async function readAtStart(name: string, texts = new Map<string, string>()): Promise<Map<string, string>> {
  if (texts.has(name)) return texts;
  const text = await readFile(join(built, name), 'utf8');
  texts.set(name, text);
  for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)) {
    if (imported) await readAtStart(imported, texts);
  }
  return texts;
}

afterAll(() => rm(built, { recursive: true, force: true }));

it('reads half of the program, and none of what few processes need', async () => {
  await bundle(built);
  const start = await readAtStart('main.js');
  const later = (await readdir(built)).filter((name) => name.endsWith('.js') && !start.has(name));
  const laterTexts = await Promise.all(later.map((name) => readFile(join(built, name), 'utf8')));

  expect([...start.values()].join('').length).toBeLessThan(2_900_000);
  for (const [what, words] of Object.entries({
    'a provider of models': 'anthropic-version',
    'the mail client': 'STARTTLS',
    'the checker of JSON schemas': 'strictSchema',
    'the exporter of traces': 'v1/traces',
    'the assistant': 'fortnight',
  })) {
    const has = (text: string) => text.includes(words);
    expect([...start.values()].some(has), `${what} is read at every start`).toBe(false);
    expect(laterTexts.some(has), `${what} is somewhere`).toBe(true);
  }
});
