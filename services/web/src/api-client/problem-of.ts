import { Problem } from './problem.ts';

/** Reads the problem out of an answer that is not ok. What reads it comes with the first one. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const { refusal } = await import('./refusal.ts');
    return await refusal(response);
  } catch {
    // The page is as cut off as the api is.
    return new Problem(response.status, response.statusText);
  }
}
