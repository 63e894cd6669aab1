import { setTimeout as delay } from 'node:timers/promises';
import type { Writer } from './writer.ts';

/** Whoever was heard no more after this long is lost. */
const PATIENCE_MILLISECONDS = 60_000;

/** Milliseconds from now until everybody has been answered again. */
export async function recovery(writers: readonly Writer[]): Promise<number> {
  const from = performance.now();
  const again = () => writers.map(({ acknowledgedAt }) => acknowledgedAt.find((at) => at > from));
  while (again().includes(undefined)) {
    if (performance.now() - from > PATIENCE_MILLISECONDS) throw new Error('somebody is heard no more');
    await delay(20);
  }
  return Math.max(...again().map((at) => (at ?? from) - from));
}
