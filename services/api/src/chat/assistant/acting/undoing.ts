/** Undo: takes back what the last changing turn did, or the last few changes, newest change first. @module */
import { shownTask, shownText } from '../answering/showing.ts';
import type { ShownTask, Undone } from '../language.ts';
import type { Reversal, ToolName, ToolRequest } from '../memory.ts';
import { namedOf } from '../memory.ts';
import type { Action, Scene } from './action.ts';

function becomes({ tool, arguments: args }: ToolRequest): keyof Undone {
  const names: Record<ToolName, keyof Undone> = {
    add_task: 'restored',
    list_tasks: 'asBefore',
    delete_task: 'removed',
    restore_task: 'restored',
    complete_task: args.completed === false ? 'reopened' : 'completed',
    update_task: 'asBefore',
  };
  return names[tool];
}

/** What the newest changes are taken back with, and what is left behind them. */
function newest(history: readonly Reversal[][], count: number): { changes: Reversal[]; left: Reversal[][] } {
  const changes: Reversal[] = [];
  const left = [...history];
  while (changes.length < count) {
    const turn = left.pop();
    if (!turn) break;
    const rest = turn.slice(count - changes.length);
    changes.push(...turn.slice(0, count - changes.length));
    if (rest.length > 0) left.push(rest);
  }
  return { changes, left };
}

/** Whether the newest changes were all deletions. */
export function deletedLast({ memory }: Scene, count: number): boolean {
  const { changes } = newest(memory.undo, count);
  return changes.length === count && changes.flat().every(({ tool }) => tool === 'restore_task');
}

/** Runs the reverse of the last turn that changed something, or of so many changes. */
export function* undo(scene: Scene, count?: number): Action {
  const { memory } = scene;
  const { phrases } = scene.language;
  const { changes, left } = newest(memory.undo, count ?? memory.undo.at(-1)?.length ?? 0);
  const calls = changes.flat();
  if (calls.length === 0) return { text: phrases.nothingToUndo() };
  const outcomes = yield calls;
  const undone: Record<keyof Undone, ShownTask[]> = {
    removed: [],
    restored: [],
    completed: [],
    reopened: [],
    asBefore: [],
  };
  const failures: string[] = [];
  for (const [index, call] of calls.entries()) {
    const outcome = outcomes[index];
    const task = namedOf(outcome);
    // What was done in one order is taken back in the other; it is told in the first.
    if (task) undone[becomes(call)].unshift(shownTask(task, scene));
    else if (outcome && !outcome.ok) failures.push(phrases.failed(shownText(outcome.error, scene)));
  }
  const mentioned = outcomes.map(namedOf).filter((task) => task !== undefined);
  const text = [phrases.undone(undone), ...failures].filter(Boolean).join('\n');
  return { text, mentioned, undid: left };
}
