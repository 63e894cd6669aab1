/** @module Event streams as browsers hold them open, in which one waits for words. */
import { Agent, request } from 'node:http';
import type { Program } from '../programs/program.ts';
import type { Person } from './person.ts';

export interface OpenStream {
  /** Resolves when words have come that were not asked for before. */
  until(words: string): Promise<void>;
  close(): void;
}

/** So many streams of each person, all of them open. */
export function openStreamsOf(
  api: Program,
  people: readonly Person[],
  each: number,
): Promise<OpenStream[][]> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  return Promise.all(
    people.map((person) => Promise.all(Array.from({ length: each }, () => open(api, person, agent)))),
  );
}

function open(api: Program, person: Person, agent: Agent): Promise<OpenStream> {
  const url = new URL(`/api/${person.id}/events`, api.url);
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: person.headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`events answered ${answer.statusCode}`));
      let waiting: { words: string; resolve: () => void } | undefined;
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text = (text + chunk).slice(-10_000);
        if (waiting && text.includes(waiting.words)) waiting.resolve();
      });
      answer.on('error', () => {});
      const until = (words: string) =>
        new Promise<void>((resolve) => {
          text = '';
          waiting = { words: `"${words}"`, resolve };
        });
      resolve({ until, close: () => answer.destroy() });
    });
    asked.on('error', reject).end();
  });
}
