/** Undo: takes back what the last changing turn did, newest change first. @module */
import type { Outcome, ToolRequest } from '../memory.ts';
import { namedOf } from '../memory.ts';
import type { Action, Scene } from './action.ts';

function sentence(request: ToolRequest, outcome: Outcome, { language: { phrases } }: Scene): string {
  const task = namedOf(outcome);
  if (!task) return outcome.ok ? '' : phrases.failed(outcome.error);
  switch (request.tool) {
    case 'delete_task':
      return phrases.deleted([task]);
    case 'restore_task':
      return phrases.restored([task]);
    case 'complete_task':
      return phrases.completed([task], request.arguments.completed !== false);
    default:
      return phrases.asBefore(task);
  }
}

/** Runs the reverse of the last turn that changed something. */
export function* undo(scene: Scene): Action {
  const calls = scene.memory.undo.at(-1);
  const { phrases } = scene.language;
  if (!calls) return { text: phrases.nothingToUndo() };
  const outcomes = yield calls;
  const sentences = calls.map((request, index) =>
    sentence(request, outcomes[index] ?? { ok: false, error: '' }, scene),
  );
  const mentioned = outcomes.map(namedOf).filter((task) => task !== undefined);
  return { text: phrases.undone(sentences.filter(Boolean)), mentioned, undid: true };
}
