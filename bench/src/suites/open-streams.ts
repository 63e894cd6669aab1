/** @module Resident memory of the api while many chat answers are being streamed. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Person, signedUp } from '../people/person.ts';
import { residentMegabytes } from '../programs/process-usage.ts';
import { type Program, startApi } from '../programs/program.ts';
import { serveScript } from '../programs/scripted-model.ts';
import type { Figure } from '../report/figure.ts';

const STREAMS = 200;
const PEOPLE = 20;

/** As many people as often as it takes. */
export async function openStreams(databaseUrl: string): Promise<Figure[]> {
  // Words that come slowly, and go on for longer than it takes to open all streams.
  const model = await serveScript({ wordMilliseconds: 250, words: 200 });
  const people = await signedUp(databaseUrl, PEOPLE);
  const api = await startApi(databaseUrl, { OPENAI_BASE_URL: model.url, AI_MODEL: 'scripted' });
  try {
    const before = await residentMegabytes(api);
    const streams: ReadableStreamDefaultReader<Uint8Array>[] = [];
    while (streams.length < STREAMS)
      streams.push(...(await Promise.all(people.map((person) => open(api, person)))));
    const samples: number[] = [];
    for (let sample = 0; sample < 20; sample++) {
      await delay(500);
      samples.push(await residentMegabytes(api));
    }
    await Promise.all(streams.map((reader) => reader.cancel()));
    return [
      { name: 'resident memory of the api, at rest', value: before, unit: 'MB' },
      {
        name: `resident memory of the api, ${STREAMS} answers being streamed, highest of ${samples.length} samples`,
        value: Math.max(...samples),
        unit: 'MB',
        goal: 'below 150',
      },
    ];
  } finally {
    await api.kill();
    await model.close();
  }
}

/** An answer whose first bytes have come; the rest is read as it comes. */
async function open(api: Program, person: Person): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const response = await fetch(`${api.url}/api/${person.id}/chat`, {
    method: 'POST',
    headers: { ...person.headers, accept: 'text/event-stream' },
    body: JSON.stringify({ message: 'tell me a long story' }),
  });
  if (!response.ok || !response.body) throw new Error(`chat answered ${response.status}`);
  const reader = response.body.getReader();
  await reader.read();
  // A stream that breaks off is one that ends: what went wrong is told where it went wrong.
  drain(reader).catch(() => {});
  return reader;
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
