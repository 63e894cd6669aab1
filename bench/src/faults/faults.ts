/**
 * `npm run faults`: people work on while things fail, one after the other, at two apis and web before one of them. In
 * the end every change that was acknowledged is looked for in the database. The second api is of an earlier version:
 * both answer side by side, each after migrations that it may not know. `--sample` shortens all, with one version.
 *
 * @module
 */
import { setTimeout as delay } from 'node:timers/promises';
import { signUp } from '../people/person.ts';
import type { Figure, Options } from '../report/figure.ts';
import { flawsOf } from './audit.ts';
import { buildEarlier } from './other-version.ts';
import { recovery } from './recovery.ts';
import { scenarios } from './scenarios.ts';
import { openWorld } from './world.ts';
import { type Writer, work } from './writer.ts';

const PEOPLE = 8;
const CALM_MILLISECONDS = 5_000;
const SAMPLE = 0.15;

/** Changes acknowledged under all of it, what of them is not as it must be, and how soon all went on after each fault. */
export async function faults(databaseUrl: string, { sample }: Options): Promise<Figure[]> {
  const scale = sample ? SAMPLE : 1;
  const other = sample ? undefined : await buildEarlier();
  const world = await openWorld(databaseUrl, other?.main);
  const ending = new AbortController();
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => signUp(world.addresses[0] ?? '')));
    const writers: Writer[] = [];
    const working = Promise.all(
      people.map((person) => work(world.addresses, person, ending.signal, (writer) => writers.push(writer))),
    );
    const figures: Figure[] = [];
    const failing = (async () => {
      for (const { name, run } of scenarios) {
        await delay(CALM_MILLISECONDS * scale);
        const [before, from] = [acknowledged(writers), performance.now()];
        await run(world, scale);
        const lasted = (performance.now() - from) / 1000;
        const during = acknowledged(writers) - before;
        figures.push({
          name: `${name}, ${lasted.toFixed(1)} s, ${during} changes acknowledged; all went on after`,
          value: (await recovery(writers)) / 1000,
          unit: 's',
        });
      }
    })().finally(() => ending.abort());
    await Promise.all([working, failing]);
    const flaws = await flawsOf(databaseUrl, writers);
    for (const flaw of flaws) process.stderr.write(`${flaw}\n`);
    return [
      {
        name: `changes acknowledged, by two apis${other ? `, one of them as of ${other.revision},` : ''} and web`,
        value: acknowledged(writers),
        unit: '',
        least: 1,
      },
      {
        name: 'attempts refused, and made again',
        value: writers.reduce((total, { refused }) => total + refused, 0),
        unit: '',
      },
      {
        name: 'changes lost, doubled or answered wrongly, and rows of others seen',
        value: flaws.length,
        unit: '',
        goal: '0',
        most: 0,
      },
      ...figures,
      {
        name: 'longest time to an acknowledgement, with all that failed meanwhile',
        value: Math.max(...writers.map(({ longest }) => longest)) / 1000,
        unit: 's',
      },
    ];
  } finally {
    ending.abort();
    await world.end();
    await other?.remove();
  }
}

const acknowledged = (writers: readonly Writer[]) =>
  writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
