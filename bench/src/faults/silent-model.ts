/** @module A model that stops in the middle of turns, and says nothing more: what was done stays, and is told. */

import { post, signUp } from '../people/person.ts';
import { startApi } from '../programs/program.ts';
import { serveScript, titlesOf } from '../programs/scripted-model.ts';
import type { Figure } from '../report/figure.ts';
import { roadTo } from './road.ts';

const TURNS = 6;
/** Of a turn's five steps. */
const WORD_MILLISECONDS = 60;

interface Answer {
  conversation_id: number;
  response: string;
  tool_calls: { result?: { task_id?: number } }[];
}

/** Turns whose model falls silent at a random moment, each audited: every call that was told of is there once. */
export async function silentModel(databaseUrl: string): Promise<Figure[]> {
  const model = await serveScript({ words: 12, wordMilliseconds: WORD_MILLISECONDS });
  const road = await roadTo(model.url);
  const api = await startApi(databaseUrl, { OPENAI_BASE_URL: road.url, AI_MODEL: 'scripted' });
  try {
    const flaws: string[] = [];
    const people = await Promise.all(Array.from({ length: TURNS }, () => signUp(api.url)));
    const say = (index: number, message: string) => {
      const person = people[index];
      if (!person) throw new Error('nobody is there');
      return post<Answer>(person, `${api.url}/api/${person.id}/chat`, { message });
    };
    const from = performance.now();
    const silence = new Promise((resolve) => setTimeout(resolve, 10 * WORD_MILLISECONDS)).then(() =>
      road.silence(true),
    );
    const waiting = people.map(async (_, index) => {
      // Each is at another point when the model stops.
      await new Promise((resolve) => setTimeout(resolve, index * 1.5 * WORD_MILLISECONDS));
      return say(index, `run silent-${index}`);
    });
    const answers = await Promise.all(waiting);
    await silence;
    const lasted = performance.now() - from;
    road.silence(false);
    const back = performance.now();
    for (const [index, { tool_calls: calls, response }] of answers.entries()) {
      const person = people[index];
      if (!person) continue;
      const list = await fetch(`${api.url}/api/${person.id}/tasks?limit=100`, { headers: person.headers });
      const stored = ((await list.json()) as { title: string }[]).map(({ title }) => title);
      const done = calls.filter(({ result }) => result?.task_id !== undefined).length;
      const wanted = titlesOf(`silent-${index}`).slice(0, done);
      if (JSON.stringify(stored) !== JSON.stringify(wanted)) {
        flaws.push(`turn ${index} told of ${wanted.join(', ')}, and there are ${stored.join(', ')}`);
      }
      if (response === '') flaws.push(`turn ${index} ended without a word`);
      await say(index, 'go on');
    }
    for (const flaw of flaws) process.stderr.write(`${flaw}\n`);
    return [
      { name: 'turns whose model stopped answering', value: TURNS, unit: '' },
      { name: 'until every person was told so', value: lasted / 1000, unit: 's', most: 150 },
      {
        name: 'turns that lost, doubled or hid something',
        value: flaws.length,
        unit: '',
        goal: '0',
        most: 0,
      },
      {
        name: `then ${TURNS} more turns, one after the other`,
        value: (performance.now() - back) / 1000,
        unit: 's',
      },
    ];
  } finally {
    await api.kill();
    await road.end();
    await model.close();
  }
}
