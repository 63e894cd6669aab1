/** Adding one or several tasks. @module */
import { namedOf } from '../memory.ts';
import type { TaskDraft } from '../requests.ts';
import type { Action, Scene } from './action.ts';
import { dueWords } from './due-words.ts';

/** Adds the drafts in order and names each with its number. */
export function* add(drafts: readonly TaskDraft[], scene: Scene): Action {
  const { phrases } = scene.language;
  const outcomes = yield drafts.map((draft) => ({ tool: 'add_task' as const, arguments: { ...draft } }));
  const added = [];
  const failures: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const task = namedOf(outcome);
    const draft = drafts[index];
    if (task && draft) {
      const due = dueWords(draft, scene);
      added.push({
        ...task,
        ...(due ? { due } : {}),
        ...(draft.priority ? { priority: draft.priority } : {}),
        ...(draft.tags ? { tags: draft.tags } : {}),
      });
    } else if (!outcome.ok) failures.push(phrases.failed(outcome.error));
  }
  const text = [...(added.length > 0 ? [phrases.added(added)] : []), ...failures].join('\n');
  const tasks = added.map(({ id, title }) => ({ id, title, completed: false }));
  // After one new task, "the second one" still means the list that was shown before.
  return tasks.length > 1 ? { text, mentioned: tasks, listed: tasks } : { text, mentioned: tasks };
}
