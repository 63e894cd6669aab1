import { reloadOnce } from '../browser/reload-once.ts';
import type { Problem } from './problem.ts';
import { readProblem } from './read-problem.ts';

/** The session has ended, or somebody else is signed in here by now. */
const STRANGERS = ['unauthorized', 'not-yours'];

/**
 * Reads what is wrong. Where it is that this page is another person's, the one that asks who this is comes in its place;
 * what waits to be saved or said goes on waiting.
 */
export async function refusal(response: Response): Promise<Problem> {
  const problem = await readProblem(response);
  if (STRANGERS.includes(problem.kind ?? '')) reloadOnce();
  return problem;
}
