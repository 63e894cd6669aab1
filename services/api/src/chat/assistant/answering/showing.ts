/** Tasks and filters as the answers name them. @module */
import type { Scene } from '../acting/action.ts';
import type { ShownFilter, ShownTask } from '../language.ts';
import type { ListFilter, TaskSummary } from '../requests.ts';
import { dueWords } from './due-words.ts';
import { type PlainText, plainText } from './plain-text.ts';

/** People's words in the answers of this scene's language. */
export function shownText(text: string, { language }: Scene): PlainText {
  return plainText(text, language.direction);
}

/** A task with whatever is known of it. */
export function shownTask(
  task: Partial<TaskSummary> & { id: number; title: string },
  scene: Scene,
): ShownTask {
  const { id, title, completed, priority, tags, description, recurrence } = task;
  const due = dueWords(task, scene);
  return {
    id,
    title: shownText(title, scene),
    ...(completed === undefined ? {} : { completed }),
    ...(priority ? { priority } : {}),
    ...(due ? { due } : {}),
    ...(recurrence ? { recurs: scene.language.phrases.recurrence(recurrence) } : {}),
    ...(tags ? { tags: tags.map((tag) => shownText(tag, scene)) } : {}),
    ...(description ? { description: shownText(description, scene) } : {}),
  };
}

/** Several tasks. */
export function shownTasks(
  tasks: readonly (Partial<TaskSummary> & { id: number; title: string })[],
  scene: Scene,
): ShownTask[] {
  return tasks.map((task) => shownTask(task, scene));
}

/** What was asked for. */
export function shownFilter({ status, priority, tag, query, due }: ListFilter, scene: Scene): ShownFilter {
  const named = due?.name === 'on' || due?.name === 'by' || due?.name === 'within';
  const words = named && due.to ? dueWords({ due_date: due.to }, scene) : undefined;
  const from = due?.name === 'within' && due.from ? dueWords({ due_date: due.from }, scene) : undefined;
  return {
    status,
    ...(priority ? { priority } : {}),
    ...(tag ? { tag: shownText(tag, scene) } : {}),
    ...(query ? { query: shownText(query, scene) } : {}),
    ...(due ? { due: { name: due.name, ...(words ? { day: words } : {}), ...(from ? { from } : {}) } } : {}),
  };
}
