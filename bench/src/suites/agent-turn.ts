/** @module A turn of five steps with a model that answers at once, against a plain agent that keeps nothing. */

import { post, signUp } from '../people/person.ts';
import { processorSeconds } from '../programs/process-usage.ts';
import { type Program, root, start, startApi } from '../programs/program.ts';
import { serveScript, titlesOf } from '../programs/scripted-model.ts';
import { type Figure, repeated } from '../report/figure.ts';
import { median } from '../report/statistics.ts';

const ROUNDS = 3;
const TURNS = 10;
/** Below this the run fails. What is kept costs statements in Postgres in each step; a plain agent has none. */
const LEAST_RATIO = 0.1;

interface Answer {
  tool_calls: unknown[];
}

/** Turns a second, one after the other, and the processor time of each. */
export async function agentTurn(databaseUrl: string): Promise<Figure[]> {
  const model = await serveScript({ words: 12, wordMilliseconds: 0 });
  const settings = { OPENAI_BASE_URL: model.url, AI_MODEL: 'scripted' };
  const api = await startApi(databaseUrl, settings);
  const plain = await start(`${root}bench/src/baselines/plain-agent.ts`, settings);
  try {
    const person = await signUp(api.url);
    const paths = new Map<Program, string>([
      [api, `${api.url}/api/${person.id}/chat`],
      [plain, `${plain.url}/chat`],
    ]);
    const measured = new Map<Program, { times: number[]; costs: number[] }>();
    for (const program of paths.keys()) measured.set(program, { times: [], costs: [] });
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [program, path] of paths) {
        const used = await processorSeconds(program);
        const times: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) {
          const from = performance.now();
          const answer = await post<Answer>(person, path, { message: `run turn-${round}-${turn}` });
          times.push(performance.now() - from);
          // One that does something else measures nothing.
          if (answer.tool_calls.length !== titlesOf('').length) throw new Error('not every task was added');
        }
        if (round === 0) continue; // warm
        measured.get(program)?.times.push(median(times));
        measured.get(program)?.costs.push((((await processorSeconds(program)) - used) * 1000) / TURNS);
      }
    }
    const of = (program: Program) => measured.get(program) ?? { times: [], costs: [] };
    const ratios = of(api).times.map((time, round) => (of(plain).times[round] ?? 0) / time);
    return [
      { name: 'turn of five steps, api', ...repeated(of(api).times), unit: 'ms' },
      { name: 'turn of five steps, plain AI SDK agent', ...repeated(of(plain).times), unit: 'ms' },
      { name: 'ratio: plain to api', ...repeated(ratios), unit: '', least: LEAST_RATIO },
      { name: 'processor time of a turn in Node, api', ...repeated(of(api).costs), unit: 'ms' },
      { name: 'processor time of a turn in Node, plain agent', ...repeated(of(plain).costs), unit: 'ms' },
    ];
  } finally {
    await Promise.all([api.stop(), plain.stop()]);
    await model.close();
  }
}
