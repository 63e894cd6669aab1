/** @module Processor time and memory: of 1,000 requests of each kind, of 1,000 answers of the chat; and health under load. */
import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import { asking, type Person, post, signUp } from '../people/person.ts';
import { processorSeconds, residentMegabytes } from '../programs/process-usage.ts';
import { type Program, startApi } from '../programs/program.ts';
import { type Figure, type Options, repeated } from '../report/figure.ts';
import { percentile } from '../report/statistics.ts';

const ROUNDS = 3;
const REQUESTS = { all: 1000, sample: 50 };
const TOGETHER = 10;
const LOAD = { rate: 200, seconds: 10 };
const HEALTH_PAUSE_MILLISECONDS = 20;

/** Of the api's process alone: Postgres is another. */
export async function cost(databaseUrl: string, { sample }: Options): Promise<Figure[]> {
  const requests = sample ? REQUESTS.sample : REQUESTS.all;
  const perThousand = 1000 / requests;
  const api = await startApi(databaseUrl);
  try {
    const person = await signUp(api.url);
    const ask = asking(api.url, person);
    const { id } = await post<{ id: number }>(person, `${api.url}/api/${person.id}/tasks`, {
      title: 'The one that is changed',
    });
    const kinds: [string, (index: number) => Promise<unknown>][] = [
      ['1,000 tasks added', (index) => ask('POST', '/tasks', { title: `Task ${index}` })],
      ['1,000 lists of 20 tasks', () => ask('GET', '/tasks?limit=20')],
      ['1,000 changes of a task', (index) => ask('PATCH', `/tasks/${id}`, { title: `Change ${index}` })],
      ['1,000 answers of the chat', () => ask('POST', '/chat', { message: 'What is pending?' })],
    ];
    const figures: Figure[] = [];
    for (const [name, send] of kinds) {
      await inTurns(requests / 10, send); // warm
      const [before, used]: [number, number[]] = [await residentMegabytes(api), []];
      for (let round = 0; round < ROUNDS; round++) {
        const from = await processorSeconds(api);
        await inTurns(requests, send);
        used.push(((await processorSeconds(api)) - from) * perThousand);
      }
      const grown = (await residentMegabytes(api)) - before;
      figures.push(
        { name: `${name}: processor time`, ...repeated(used), unit: 's' },
        {
          name: `${name}: memory more than before, per 1,000`,
          value: (grown / ROUNDS) * perThousand,
          unit: 'MB',
        },
      );
    }
    return [...figures, await healthUnderLoad(api, person)];
  } finally {
    await api.stop();
  }
}

/** So many at once as a few people send. */
async function inTurns(count: number, send: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await send(next++);
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
}

async function healthUnderLoad(api: Program, person: Person): Promise<Figure> {
  const loaded = autocannon({
    url: `${api.url}/api/${person.id}/tasks?limit=20`,
    headers: person.headers,
    connections: TOGETHER,
    duration: LOAD.seconds,
    overallRate: LOAD.rate,
  });
  const times: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now();
      await (await fetch(`${api.url}/health`)).arrayBuffer();
      times.push(performance.now() - from);
      await delay(HEALTH_PAUSE_MILLISECONDS);
    }
  })();
  await loaded;
  isOver = true;
  await asking;
  return {
    name: `/health at ${LOAD.rate} requests/s, p99 of ${times.length}`,
    value: percentile(times, 0.99),
    unit: 'ms',
    goal: 'below 20',
  };
}
