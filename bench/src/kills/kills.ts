/**
 * The api that answers a turn is killed at a random moment of it, again and again, and started anew each time. Two api
 * processes on one Postgres; the client goes on by itself. In the end all is audited: every turn has its answer, every
 * task is there once, and no word is missing or doubled.
 *
 * @module
 */
import getPort from 'get-port';
import { type Person, signUp } from '../people/person.ts';
import { type Program, startApi } from '../programs/program.ts';
import { serveScript } from '../programs/scripted-model.ts';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/statistics.ts';
import { type Expected, expectation, flawsOf } from './audit.ts';
import { type Followed, follow } from './resuming-client.ts';

const WORDS = 12;
const WORD_MILLISECONDS = 40;
/** A kill comes within this time of the message; an undisturbed turn takes about as long. */
const WINDOWS = { scripted: 1100, 'built-in': 60 };
const KILLS = { scripted: 50, 'built-in': 20 };

type Kind = keyof typeof KILLS;

interface Hit {
  expected: Expected;
  person: Person;
  followed: Followed;
  recovery: number | undefined;
}

/** 50 kills of a scripted model's turns, and 20 of the built-in assistant's. */
export async function kills(databaseUrl: string): Promise<Figure[]> {
  return [...(await killsOf('scripted', databaseUrl)), ...(await killsOf('built-in', databaseUrl))];
}

async function killsOf(kind: Kind, databaseUrl: string): Promise<Figure[]> {
  const model = await serveScript({ words: WORDS, wordMilliseconds: WORD_MILLISECONDS });
  const settings: Record<string, string> =
    kind === 'scripted' ? { OPENAI_BASE_URL: model.url, AI_MODEL: 'scripted' } : {};
  const begin = async (port: number) => startApi(databaseUrl, { ...settings, PORT: String(port) });
  const ports = [await getPort(), await getPort()];
  const apis: Program[] = [];
  for (const port of ports) apis.push(await begin(port));
  try {
    const person = await signUp(apis[0]?.url ?? '');
    const hits: Hit[] = [];
    for (let index = 0; index < KILLS[kind]; index++) {
      const expected = expectation(kind, `${kind}-${index + 1}`, WORDS);
      const victim = index % 2;
      const [first, second] = [apis[victim] as Program, apis[1 - victim] as Program];
      const following = follow([first.url, second.url], person, expected.message);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * WINDOWS[kind]));
      const killedAt = performance.now();
      await first.kill();
      const restarting = begin(ports[victim] as number);
      // Whoever fails first must not leave the other unheard.
      const [followed, restarted] = await Promise.all([following, restarting]);
      apis[victim] = restarted;
      const recovery = followed.broke ? followed.endedAt - killedAt : undefined;
      hits.push({ expected, person, followed, recovery });
      process.stderr.write(
        `${kind} ${index + 1}: ${recovery === undefined ? 'not hit' : `${Math.round(recovery)} ms`}\n`,
      );
    }
    return await audited(kind, apis[0] as Program, hits);
  } finally {
    await Promise.all(apis.map((api) => api.kill()));
    await model.close();
  }
}

async function audited(kind: Kind, api: Program, hits: readonly Hit[]): Promise<Figure[]> {
  const flaws = await flawsOf(api.url, hits);
  for (const flaw of flaws) process.stderr.write(`${flaw}\n`);
  const recoveries = hits.flatMap(({ recovery }) => (recovery === undefined ? [] : [recovery]));
  const name = kind === 'scripted' ? 'a model of five steps' : 'the built-in assistant';
  return [
    {
      name: `${name}: api killed (kill -9) at a random moment of the turn`,
      value: hits.length,
      unit: 'times',
    },
    { name: `${name}: turns hit before their end`, value: recoveries.length, unit: '' },
    {
      name: `${name}: turns completed, nothing lost or doubled`,
      value: hits.length - flaws.length,
      unit: '',
      goal: String(KILLS[kind]),
      least: KILLS[kind],
    },
    ...(recoveries.length === 0
      ? []
      : [
          {
            name: `${name}: from the kill to the whole answer, median`,
            value: median(recoveries),
            unit: 'ms',
          },
          {
            name: `${name}: from the kill to the whole answer, highest`,
            value: Math.max(...recoveries),
            unit: 'ms',
          },
        ]),
  ];
}
