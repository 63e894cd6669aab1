/**
 * `npm run bench -- --only soak --minutes 20`: half of what the api can do, for as long as wanted. What grows in the
 * second half is a leak: memory, handles and the time of an answer must stay what they were.
 *
 * @module
 */
import { setTimeout as delay } from 'node:timers/promises';
import { asking, type Person, post, renewToken, signUpMany } from '../people/person.ts';
import { openHandles, residentMegabytes } from '../programs/process-usage.ts';
import { type Program, startApi } from '../programs/program.ts';
import type { Figure, Measured, Options, Plot } from '../report/figure.ts';
import { median, percentile } from '../report/statistics.ts';

const PEOPLE = 20;
const PEAK_SECONDS = 10;
/** Of so many steps a minute consists, whose median is a point of the plot. */
const SAMPLES_PER_MINUTE = 6;
/** Tasks that a person keeps: beyond, one is deleted for each that is added. */
const MOST_TASKS = 50;
/** Of the 15 minutes that a token is good for. */
const SAMPLES_PER_TOKEN = 5 * SAMPLES_PER_MINUTE;

interface Sample {
  minute: number;
  megabytes: number;
  handles: number;
  p95: number;
}

/** Lists, adds, changes, deletes and says, in the proportions of a busy person. */
export async function soak(databaseUrl: string, { minutes }: Options): Promise<Measured> {
  const api = await startApi(databaseUrl);
  let isOver = false;
  try {
    const people = await signUpMany(api.url, PEOPLE);
    const peak = await peakRate(api, people);
    const samples: Sample[] = [];
    const times: number[] = [];
    let [failures, requests] = [0, 0];
    const pause = (PEOPLE * 1000) / (peak / 2);
    const working = people.map(async (person, index) => {
      const next = visitor(api, person);
      await delay((index * pause) / PEOPLE);
      while (!isOver) {
        const from = performance.now();
        requests++;
        await next().catch(() => failures++);
        const took = performance.now() - from;
        times.push(took);
        if (took < pause) await delay(pause - took);
      }
    });
    for (let sample = 1; sample <= minutes * SAMPLES_PER_MINUTE; sample++) {
      await delay(60_000 / SAMPLES_PER_MINUTE);
      const p95 = percentile(times.splice(0), 0.95);
      const [megabytes, handles] = [await residentMegabytes(api), await openHandles(api)];
      if (sample % SAMPLES_PER_TOKEN === 0)
        await Promise.all(people.map((person) => renewToken(api.url, person)));
      samples.push({ minute: sample / SAMPLES_PER_MINUTE, megabytes, handles, p95 });
    }
    isOver = true;
    await Promise.all(working);
    return { figures: figuresOf(samples, { peak, failures, requests }), plots: plotsOf(samples) };
  } finally {
    // Also after a failure: people who worked on would keep this process from ending.
    isOver = true;
    await api.stop();
  }
}

/** Requests a second when nobody waits. */
async function peakRate(api: Program, people: readonly Person[]): Promise<number> {
  let [isOver, requests] = [false, 0];
  const working = people.map(async (person) => {
    const next = visitor(api, person);
    while (!isOver) {
      await next();
      requests++;
    }
  });
  await delay(PEAK_SECONDS * 1000);
  isOver = true;
  await Promise.all(working);
  return requests / PEAK_SECONDS;
}

/** What a person does next, each time it is called. */
function visitor(api: Program, person: Person): () => Promise<unknown> {
  const own = `${api.url}/api/${person.id}`;
  const live: number[] = [];
  const ask = asking(api.url, person);
  let step = 0;
  return async () => {
    step++;
    const oldest = live[0];
    if (step % 10 === 0) {
      const { id } = await post<{ id: number }>(person, `${own}/tasks`, { title: `Task ${step}` });
      live.push(id);
    } else if (step % 10 === 5 && oldest !== undefined && live.length > MOST_TASKS) {
      live.shift();
      await ask('DELETE', `/tasks/${oldest}`);
    } else if (step % 10 === 3 && oldest !== undefined) {
      await ask('PATCH', `/tasks/${oldest}`, { title: `Changed in step ${step}` });
    } else if (step % 50 === 7) {
      await post(person, `${own}/chat`, { message: 'What is pending?' });
    } else await ask('GET', '/tasks?limit=20');
  };
}

function figuresOf(
  samples: readonly Sample[],
  { peak, failures, requests }: Record<'peak' | 'failures' | 'requests', number>,
): Figure[] {
  const half = Math.floor(samples.length / 2);
  // The first minutes fill caches and pools: the halves of what follows are compared.
  const [first, second] = [samples.slice(Math.floor(half / 2), half), samples.slice(half)];
  const growth = (of: keyof Sample) =>
    median(second.map((sample) => sample[of])) / median(first.map((sample) => sample[of]));
  const flat = { unit: '', goal: '1' };
  return [
    { name: 'requests a second at the peak', value: peak, unit: '' },
    {
      name: `requests in ${samples.length / SAMPLES_PER_MINUTE} minutes at half of it`,
      value: requests,
      unit: '',
    },
    { name: 'of them failed', value: failures, unit: '', goal: '0', most: 0 },
    { name: 'memory, second half to first', value: growth('megabytes'), ...flat, most: 1.2 },
    { name: 'open handles, second half to first', value: growth('handles'), ...flat, most: 1.2 },
    { name: 'p95 of an answer, second half to first', value: growth('p95'), ...flat, most: 2 },
    { name: 'memory at the end', value: samples.at(-1)?.megabytes ?? Number.NaN, unit: 'MB' },
    {
      name: 'p95 of an answer, median of all samples',
      value: median(samples.map(({ p95 }) => p95)),
      unit: 'ms',
    },
  ];
}

function plotsOf(samples: readonly Sample[]): Plot[] {
  const line = (name: string, of: keyof Sample) => ({
    name,
    points: samples.map((sample) => ({ x: sample.minute, y: sample[of] })),
  });
  return [
    {
      name: 'soak',
      title: 'Half of the peak, minute by minute',
      x: { label: 'minutes' },
      y: { label: 'MB, handles, ms' },
      series: [line('memory, MB', 'megabytes'), line('open handles', 'handles'), line('p95, ms', 'p95')],
    },
  ];
}
