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
      failures.push(told(outcome.error, tasks[index]?.id ?? 0, scene));
    }
  }
  return { done, failures };
}

/** The tools' own sentences are meant for models; what people meet often has words of the language. */
function told(error: string, id: number, scene: Scene): string {
  const { phrases } = scene.language;
  if (/\bno task\b/i.test(error)) return phrases.noNumber(id);
  if (/\bis in the trash\b/i.test(error)) return phrases.inTrash(id);
  return phrases.failed(shownText(error, scene));
}
