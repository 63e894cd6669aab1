/** Scores: how many cases of a group, a language or a bed go as they should. @module */
import type {
  Moment,
  TaskBefore,
  TestConversation,
} from '../src/chat/assistant/testing/conversation-with.ts';
import type { Case } from './case.ts';
import { judge } from './judge.ts';

export interface Result {
  case: Case;
  wrong: string[];
}

export interface Score {
  passed: number;
  of: number;
}

/** Plays the cases, `atOnce` of them side by side. */
export async function playAll(
  cases: readonly Case[],
  start: (tasks: readonly TaskBefore[], moment?: Moment) => TestConversation,
  atOnce = 1,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = cases.entries();
  const play = async () => {
    for (const [index, one] of waiting) results[index] = { case: one, wrong: await judge(one, start) };
  };
  await Promise.all(Array.from({ length: atOnce }, play));
  return results;
}

/** Scores by whatever a case is sorted by. */
export function scores(results: readonly Result[], by: (one: Case) => string): Map<string, Score> {
  const all = new Map<string, Score>();
  for (const result of results) {
    const score = all.get(by(result.case)) ?? { passed: 0, of: 0 };
    score.of += 1;
    if (result.wrong.length === 0) score.passed += 1;
    all.set(by(result.case), score);
  }
  return all;
}

/** A share, rounded down, so that 100 % means all. */
export function percent({ passed, of }: Score): number {
  return Math.floor((passed / of) * 1000) / 10;
}
