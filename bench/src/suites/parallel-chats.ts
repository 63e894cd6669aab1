/** @module 1 to 500 chats at once with the built-in assistant, nobody of whom pauses: a queue, and how long it gets. */

import { type Person, post, signUpMany } from '../people/person.ts';
import { processorSeconds, residentMegabytes } from '../programs/process-usage.ts';
import { startApi } from '../programs/program.ts';
import { type Figure, type Measured, type Options, type Point, repeated } from '../report/figure.ts';
import { percentile } from '../report/statistics.ts';

const TOGETHER = [1, 10, 50, 100, 500];
const PEOPLE = 50;
const ROUNDS = 3;
const LEAST_TURNS = { all: 100, sample: 20 };

/** Every chat is a conversation of its own; from ten at once each person has several. */
export async function parallelChats(databaseUrl: string, { sample }: Options): Promise<Measured> {
  const api = await startApi(databaseUrl);
  try {
    const least = sample ? LEAST_TURNS.sample : LEAST_TURNS.all;
    const count = sample ? 5 : PEOPLE;
    const people = await signUpMany(api.url, count);
    const say = async (chat: number): Promise<number> => {
      const person = people[chat % count] as Person;
      const from = performance.now();
      await post(person, `${api.url}/api/${person.id}/chat`, { message: 'What is pending?' });
      return performance.now() - from;
    };
    for (let chat = 0; chat < least; chat++) await say(chat); // warm
    const figures: Figure[] = [];
    const [p95s, rates]: [Point[], Point[]] = [[], []];
    for (const together of sample ? TOGETHER.slice(0, 2) : TOGETHER) {
      const [late, rate, cost]: number[][] = [[], [], []];
      for (let round = 0; round < (sample ? 1 : ROUNDS); round++) {
        const turns = Math.max(1, Math.round(least / together));
        const [from, used] = [performance.now(), await processorSeconds(api)];
        const chats = Array.from({ length: together }, async (_, chat) => {
          const times: number[] = [];
          for (let turn = 0; turn < turns; turn++) times.push(await say(chat));
          return times;
        });
        const times = (await Promise.all(chats)).flat();
        late?.push(percentile(times, 0.95));
        rate?.push((times.length * 1000) / (performance.now() - from));
        cost?.push((((await processorSeconds(api)) - used) * 1000) / times.length);
      }
      const [lateness, turns] = [repeated(late ?? []), repeated(rate ?? [])];
      p95s.push({ x: together, y: lateness.value, spread: lateness.spread });
      rates.push({ x: together, y: turns.value, spread: turns.spread });
      figures.push(
        { name: `${together} at once: p95 of an answer`, ...lateness, unit: 'ms' },
        { name: `${together} at once: answers a second`, ...turns, unit: '' },
        {
          name: `${together} at once: processor time of an answer in Node`,
          ...repeated(cost ?? []),
          unit: 'ms',
        },
      );
    }
    figures.push({
      name: 'memory of the api after all of it',
      value: await residentMegabytes(api),
      unit: 'MB',
    });
    const x = { label: 'chats at once', logarithmic: true };
    return {
      figures,
      plots: [
        {
          name: 'chats',
          title: 'Chats at once, nobody pausing',
          x,
          y: { label: 'ms until 95 % are answered; answers a second', logarithmic: true },
          series: [
            { name: 'p95, ms', points: p95s },
            { name: 'answers a second', points: rates },
          ],
        },
      ],
    };
  } finally {
    await api.stop();
  }
}
