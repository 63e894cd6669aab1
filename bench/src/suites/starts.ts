/** @module From the start of the process to ready, on a database that is there and up to date. */

import { startApi } from '../programs/program.ts';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/statistics.ts';

const STARTS = 10;

/** The first start migrates, and is not counted. */
export async function starts(databaseUrl: string): Promise<Figure[]> {
  await (await startApi(databaseUrl)).kill();
  const times: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const from = performance.now();
    const api = await startApi(databaseUrl);
    times.push(performance.now() - from);
    await api.kill();
  }
  return [
    { name: 'from start to ready, median', value: median(times), unit: 'ms', goal: 'below 700' },
    { name: 'from start to ready, highest', value: Math.max(...times), unit: 'ms' },
  ];
}
