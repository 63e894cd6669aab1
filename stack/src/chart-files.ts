/**
 * The chart as its folder holds it, and how it differs from the one that a revision was made with.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { type Changes, compareRecords } from './changes.ts';
import { type ContentHash, hashFolder } from './content-hash.ts';
import type { HelmRecord } from './helm-record.ts';

/** A chart: each file with its hash, and what the two files say that Helm keeps in another form. */
export interface ChartFiles extends ContentHash {
  folder: string;
  values: unknown;
  appVersion?: string;
}

/** What no installation reads: the chart's tests, its documentation, values for other uses. */
const leftOut = ['tests', '*.md', 'values-*.yaml'];

/** Reads the chart. */
export async function readChart(folder: string): Promise<ChartFiles> {
  const content = hashFolder(folder, leftOut);
  const [values, about] = await Promise.all([
    readFile(join(folder, 'values.yaml'), 'utf8'),
    readFile(join(folder, 'Chart.yaml'), 'utf8'),
  ]);
  // YAML as Helm reads it.
  const read = (text: string) => parse(text, { version: '1.1' }) as unknown;
  const { appVersion } = read(about) as { appVersion?: string };
  return { ...content, folder, values: read(values), ...(appVersion && { appVersion }) };
}

/** Which files differ from those that a revision was made with: as far as they can change what is made from them. */
export function chartChanges({ chart }: HelmRecord, { files, values, appVersion }: ChartFiles): Changes {
  const now = Object.entries(files).filter(([name]) => name.startsWith('templates/'));
  const templates = compareRecords(chart.templates, Object.fromEntries(now));
  return {
    ...templates,
    changed: [
      ...templates.changed,
      ...(isDeepStrictEqual(chart.values, values) ? [] : ['values.yaml']),
      ...(chart.appVersion === appVersion ? [] : ['Chart.yaml']),
    ],
  };
}
