/** @module 10 to 1,000 event streams open on one api: what they hold, and how long news takes to reach all of a person's. */
import { setTimeout as delay } from 'node:timers/promises';
import { type OpenStream, openStreamsOf } from '../people/open-event-streams.ts';
import { type Person, post, signedUp } from '../people/person.ts';
import { processorSeconds, residentMegabytes } from '../programs/process-usage.ts';
import { type Program, startApi } from '../programs/program.ts';
import { type Figure, type Measured, type Options, type Point, repeated } from '../report/figure.ts';
import { median, percentile } from '../report/statistics.ts';

const OPEN = [10, 30, 100, 300, 1000];
const PEOPLE = 20;
const ROUNDS = 3;
const CHANGES = 50;
const SETTLED_MILLISECONDS = 2_000;
const QUIET_SECONDS = 10;

interface Series {
  median: Point[];
  p95: Point[];
  cost: Point[];
}

/** Every person has the same number of streams; each change must reach all of its person's. */
export async function eventStreams(databaseUrl: string, { sample }: Options): Promise<Measured> {
  const people = await signedUp(databaseUrl, PEOPLE);
  const series: Series = { median: [], p95: [], cost: [] };
  const figures: Figure[] = [];
  const counts = sample ? OPEN.slice(0, 2) : OPEN;
  for (const count of counts) {
    const isLast = count === counts.at(-1);
    figures.push(...(await withOpen(databaseUrl, people.slice(0, count), { count, isLast, series })));
  }
  return {
    figures,
    plots: [
      {
        name: 'events',
        title: 'Event streams open on one api',
        x: { label: 'streams', logarithmic: true },
        y: { label: 'ms', logarithmic: true },
        series: [
          { name: "to the last of a person's, median", points: series.median },
          { name: "to the last of a person's, p95", points: series.p95 },
          { name: 'processor time of a change and its events', points: series.cost },
        ],
      },
    ],
  };
}

/** A new api each time: what an earlier one holds says nothing about these streams. */
async function withOpen(
  databaseUrl: string,
  people: readonly Person[],
  { count, isLast, series }: { count: number; isLast: boolean; series: Series },
): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  const each = Math.ceil(count / people.length);
  const before = await residentMegabytes(api);
  const streams = await openStreamsOf(api, people, each);
  try {
    await delay(SETTLED_MILLISECONDS);
    const held = (await residentMegabytes(api)) - before;
    const idle = isLast ? await idleMilliseconds(api) : Number.NaN;
    const [medians, p95s, costs]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      const from = await processorSeconds(api);
      const times: number[] = [];
      for (let change = 0; change < CHANGES; change++) {
        const owner = change % people.length;
        const title = `Change ${change} of round ${round}`;
        times.push(await delivered(api, people[owner], streams[owner] ?? [], title));
      }
      medians.push(median(times));
      p95s.push(percentile(times, 0.95));
      costs.push((((await processorSeconds(api)) - from) * 1000) / CHANGES);
    }
    const [middle, late, cost] = [repeated(medians), repeated(p95s), repeated(costs)];
    series.median.push(pointOf(count, middle));
    series.p95.push(pointOf(count, late));
    series.cost.push(pointOf(count, cost));
    const open = `${count.toLocaleString('en')} open`;
    return [
      { name: `${open}: from a change to the last of its person's ${each}, median`, ...middle, unit: 'ms' },
      { name: `${open}: the same, p95`, ...late, unit: 'ms' },
      { name: `${open}: processor time of a change and its events`, ...cost, unit: 'ms' },
      ...(isLast
        ? [
            {
              name: `${open}: memory of a stream`,
              value: (held * 1024) / count,
              unit: 'kB',
              goal: 'below 100',
            },
            {
              name: `${open}: memory of the api after the changes`,
              value: await residentMegabytes(api),
              unit: 'MB',
            },
            { name: `${open}: processor time of a second in which nothing happens`, value: idle, unit: 'ms' },
          ]
        : []),
    ];
  } finally {
    for (const stream of streams.flat()) stream.close();
    await api.kill();
  }
}

/** Milliseconds from the request that makes a task until all of these streams have told of it. */
async function delivered(
  api: Program,
  person: Person | undefined,
  streams: readonly OpenStream[],
  title: string,
): Promise<number> {
  if (!person) throw new Error('nobody is there to change anything');
  const told = streams.map((stream) => stream.until(title));
  const from = performance.now();
  await post(person, `${api.url}/api/${person.id}/tasks`, { title });
  await Promise.all(told);
  return performance.now() - from;
}

async function idleMilliseconds(api: Program): Promise<number> {
  const from = await processorSeconds(api);
  await delay(QUIET_SECONDS * 1000);
  return (((await processorSeconds(api)) - from) * 1000) / QUIET_SECONDS;
}

const pointOf = (x: number, { value, spread }: ReturnType<typeof repeated>): Point => ({
  x,
  y: value,
  spread,
});
