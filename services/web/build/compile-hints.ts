/** @module Tells browsers which scripts they need whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the engine reads at the top of a file: to compile all of its functions while it is downloaded, beside the page.
 * Without it the functions are read over twice, the second time where the page must wait. Engines that do not know it
 * see a comment.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** A smaller one is read in no time. */
const LARGE = 100_000;

/** Marks the large scripts of those that every page begins with. */
export function hintFrame(nextFolder: string): void {
  const { rootMainFiles } = JSON.parse(readFileSync(join(nextFolder, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[];
  };
  for (const file of rootMainFiles) {
    const path = join(nextFolder, file);
    const script = readFileSync(path, 'utf8');
    if (script.length > LARGE && !script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}
