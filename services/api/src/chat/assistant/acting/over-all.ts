/** Runs one tool over several tasks. @module */
import { shownText } from '../answering/showing.ts';
import { type Named, namedOf, type Outcome, type ToolRequest } from '../memory.ts';
import type { Scene } from './action.ts';

/** Runs one tool over several tasks and sorts what came of it. */
export function* overAll(
  tasks: readonly Named[],
  request: (task: Named) => ToolRequest,
  scene: Scene,
): Generator<ToolRequest[], { done: Named[]; failures: string[] }, Outcome[]> {
  const outcomes = yield tasks.map(request);
  const done: Named[] = [];
  const failures: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const task = namedOf(outcome);
    if (task) done.push(task);
    else if (!outcome.ok) {
      const id = tasks[index]?.id ?? 0;
      const absent = /\bno task\b/i.test(outcome.error);
      failures.push(
        absent
          ? scene.language.phrases.noNumber(id)
          : scene.language.phrases.failed(shownText(outcome.error, scene)),
      );
    }
  }
  return { done, failures };
}
