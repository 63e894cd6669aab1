/** What the built-in assistant must reach, in percent of the cases of a language; it only ever rises. @module */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import type { Bed } from './case.ts';
import { percent, type Result, scores } from './score.ts';

const file = join(import.meta.dirname, 'thresholds.json');
const schema = z.record(z.enum(['cases', 'held-back']), z.record(z.string(), z.number()));

export type Thresholds = z.infer<typeof schema>;

/** The thresholds by bed and language. */
export async function readThresholds(): Promise<Thresholds> {
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** The share of each language. */
export function reached(results: readonly Result[]): Record<string, number> {
  const all = scores(results, ({ language }) => language);
  return Object.fromEntries([...all].map(([language, score]) => [language, percent(score)]));
}

/** Writes what was reached wherever it is more than was asked. */
export async function raiseThresholds(
  results: Record<Exclude<Bed, 'open'>, readonly Result[]>,
): Promise<void> {
  const before = await readThresholds();
  const raised = (bed: Exclude<Bed, 'open'>) => {
    const shares = { ...before[bed] };
    for (const [language, share] of Object.entries(reached(results[bed]))) {
      shares[language] = Math.max(share, shares[language] ?? 0);
    }
    return shares;
  };
  const thresholds: Thresholds = { cases: raised('cases'), 'held-back': raised('held-back') };
  await writeFile(file, `${JSON.stringify(thresholds, null, 2)}\n`);
}
