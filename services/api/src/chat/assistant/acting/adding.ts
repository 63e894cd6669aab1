/** Adding one or several tasks. @module */
import { shownTask, shownText } from '../answering/showing.ts';
import type { ShownTask } from '../language.ts';
import { namedOf } from '../memory.ts';
import type { TaskDraft, TaskSummary } from '../requests.ts';
import type { Action, Scene } from './action.ts';

/** Adds the drafts in order and names each with its number. What was not asked for can be taken back with a "no". */
export function* add(
  drafts: readonly TaskDraft[],
  scene: Scene,
  { unasked = false }: { unasked?: boolean } = {},
): Action {
  const { phrases } = scene.language;
  const outcomes = yield drafts.map((draft) => ({ tool: 'add_task' as const, arguments: { ...draft } }));
  const added: ShownTask[] = [];
  const tasks: TaskSummary[] = [];
  const failures: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const task = namedOf(outcome);
    const draft = drafts[index];
    if (task && draft) {
      added.push(shownTask({ ...draft, ...task }, scene));
      tasks.push({ ...draft, ...task, completed: false });
    } else if (!outcome.ok) failures.push(phrases.failed(shownText(outcome.error, scene)));
  }
  const [only] = added;
  const said = unasked && only && added.length === 1 ? phrases.addedUnasked(only) : phrases.added(added);
  const text = [...(added.length > 0 ? [said] : []), ...failures].join('\n');
  const answer = {
    text,
    mentioned: tasks,
    ...(unasked && tasks.length > 0 ? { pending: { ask: 'added' as const } } : {}),
  };
  // After one new task, "the second one" still means the list that was shown before.
  return tasks.length > 1 ? { ...answer, listed: tasks } : answer;
}
