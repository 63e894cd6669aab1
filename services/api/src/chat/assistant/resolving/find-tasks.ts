/** Which of the listed tasks a person's words mean. @module */
import type { Words } from '../language.ts';
import type { TaskSummary } from '../requests.ts';
import { covered, fit, significantWords } from './similarity.ts';

export interface Found {
  /** Tasks that fit the words entirely (small typing errors aside). */
  sure: TaskSummary[];
  /** Tasks that fit in part, best first. */
  near: TaskSummary[];
}

const entirely = 0.85;
const nearly = 0.45;

function normal(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The only task that most of the words of a text are about: "I can't face the laundry today" is about "Do the laundry". */
export function findWithin(
  text: string,
  tasks: readonly TaskSummary[],
  words: Words,
): TaskSummary | undefined {
  const said = significantWords(text, words);
  const scored = tasks
    .map((task) => ({ task, score: covered(significantWords(task.title, words), said) }))
    .filter(({ score }) => score >= nearly)
    .sort((left, right) => right.score - left.score);
  const [best, second] = scored;
  return best && best.score > (second?.score ?? 0) ? best.task : undefined;
}

/** Finds tasks by words. A title that is exactly the words wins alone. */
export function findTasks(asked: string, tasks: readonly TaskSummary[], words: Words): Found {
  const exact = tasks.filter((task) => normal(task.title) === normal(asked));
  if (exact.length > 0) return { sure: exact, near: [] };
  const askedWords = significantWords(asked, words);
  const scored = tasks
    .map((task) => ({ task, score: fit(askedWords, significantWords(task.title, words)) }))
    .sort((left, right) => right.score - left.score);
  const sure = scored.filter(({ score }) => score >= entirely);
  // Titles that hold the very words beat titles that only look alike.
  const literal = sure.filter(({ score }) => score === 1);
  return {
    sure: (literal.length > 0 ? literal : sure).map(({ task }) => task),
    near: scored.filter(({ score }) => score >= nearly && score < entirely).map(({ task }) => task),
  };
}
