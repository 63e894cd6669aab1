import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hintFrame } from './compile-hints.ts';

test('the large scripts of every page begin with the hint, once, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'todo-hints-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = (name: string) => join(folder, 'static/chunks', name);
  mkdirSync(join(folder, 'static/chunks'), { recursive: true });
  const large = 'run();'.repeat(20_000);
  for (const name of ['frame.js', 'menu.js']) writeFileSync(script(name), large);
  writeFileSync(script('small.js'), 'run();');
  writeFileSync(
    join(folder, 'build-manifest.json'),
    JSON.stringify({ rootMainFiles: ['static/chunks/frame.js', 'static/chunks/small.js'] }),
  );
  hintFrame(folder);
  hintFrame(folder);
  const hinted = ['frame.js', 'small.js', 'menu.js'].filter(
    (name) => readFileSync(script(name), 'utf8') !== (name === 'small.js' ? 'run();' : large),
  );
  expect(hinted).toEqual(['frame.js']);
  expect(readFileSync(script('frame.js'), 'utf8')).toBe(`//# allFunctionsCalledOnLoad\n${large}`);
});
