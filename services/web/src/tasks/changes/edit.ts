import type { Task } from '../../api-client/types.ts';
import type { Change, Editing, TaskEdit } from './change.ts';

/** When a task is due is one thing, in whichever of its fields it stands. */
const due = ['due_date', 'due_at', 'recurrence'] as const;

/** Which fields an edit is about. */
export function fieldsOfEdit(edit: TaskEdit): (keyof Task)[] {
  const fields = new Set(Object.keys(edit) as (keyof Task)[]);
  if (due.some((field) => fields.has(field))) for (const field of due) fields.add(field);
  return [...fields];
}

/** Of a task as somebody sees it, what an edit of it must find unchanged. */
export function seenOf(task: Task, edit: TaskEdit): Partial<Task> {
  return Object.fromEntries(fieldsOfEdit(edit).map((field) => [field, task[field]]));
}

/** What an edit makes of a task: a day takes the place of a moment, and the other way round. */
export function afterEdit(edit: TaskEdit): Partial<Task> {
  return {
    ...edit,
    ...(edit.due_date ? { due_at: null } : {}),
    ...(edit.due_at ? { due_date: null } : {}),
  } as Partial<Task>;
}

/** The list with a task as it was edited. */
export function applyEdit(tasks: readonly Task[], { id, changes, at }: Change<Editing>): Task[] {
  return tasks.map((task) => (task.id === id ? { ...task, ...afterEdit(changes), updated_at: at } : task));
}
