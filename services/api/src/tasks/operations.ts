/** @module What can be done to a task, within a unit of work. */
import { invalidInput, TaskNotFound } from '../http/problem.ts';
import { makeNext, takeNextBack, withDates } from './recurring.ts';
import type { TaskChanges } from './schema.ts';
import type { TaskFields, TaskRow } from './store.ts';
import type { UnitOfWork } from './unit.ts';

/** Adds a task. */
export async function createTask(unit: UnitOfWork, input: TaskChanges & { title: string }): Promise<TaskRow> {
  const fields = fieldsOf(input);
  if (input.parent_id) await checkParent(unit, undefined, input.parent_id);
  const { recurrence = null, dueDate = null, dueAt = null } = fields;
  const dates = withDates(unit, null, { recurrence, dueDate, dueAt }, true);
  const [row] = await unit.add([{ ...fields, ...dates, title: input.title }]);
  if (!row) throw new Error('no task was added');
  return row;
}

/** Sets the given fields of a task that is not in the trash. */
export async function changeTask(unit: UnitOfWork, id: number, changes: TaskChanges): Promise<void> {
  const before = await unit.live(id);
  const { completed, ...fields } = fieldsOf(changes);
  if (changes.parent_id && changes.parent_id !== before.parentId)
    await checkParent(unit, before, changes.parent_id);
  const ruleGiven = changes.recurrence !== undefined;
  unit.set(id, { ...fields, ...withDates(unit, before, { ...before, ...fields }, ruleGiven) });
  if (completed !== undefined) await completeTask(unit, id, completed);
}

/**
 * Completes or reopens a task; without `completed` it toggles. The open subtasks of a task that is completed are
 * done with it; one that is reopened leaves them as they are.
 */
export async function completeTask(unit: UnitOfWork, id: number, completed?: boolean): Promise<void> {
  const task = await unit.live(id);
  const becomes = completed ?? !task.completed;
  if (becomes === task.completed) return;
  const row = unit.set(id, { completed: becomes });
  if (!becomes) return takeNextBack(unit, row);
  for (const part of await unit.subtasks(id)) {
    if (!part.deletedAt && !part.completed) unit.set(part.id, { completed: true });
  }
  await makeNext(unit, row);
}

/** Moves a task to the trash, its subtasks with it. */
export async function deleteTask(unit: UnitOfWork, id: number): Promise<void> {
  const task = await unit.live(id);
  for (const row of [task, ...(await unit.subtasks(id))]) {
    if (!row.deletedAt) unit.set(row.id, { deletedAt: unit.now });
  }
}

/**
 * Brings a task back from the trash: with the subtasks that went there with it, and with the task that it is a part
 * of. One that is not in the trash is left as it is.
 */
export async function restoreTask(unit: UnitOfWork, id: number): Promise<void> {
  const [task] = await unit.load([id]);
  if (!task) throw new TaskNotFound(id);
  if (!task.deletedAt) return;
  for (const part of await unit.subtasks(id)) {
    if (part.deletedAt?.getTime() === task.deletedAt.getTime()) unit.set(part.id, { deletedAt: null });
  }
  const fields: TaskFields = { deletedAt: null };
  const parent = task.parentId === null ? undefined : (await unit.load([task.parentId]))[0];
  if (parent?.deletedAt) unit.set(parent.id, { deletedAt: null });
  // Its parent became a part of another task while this one was away: parts have none themselves.
  if (parent && parent.parentId !== null) fields.parentId = null;
  unit.set(id, fields);
}

/** Puts a task in the place of another: what is not given is emptied, but whether it is done. */
export async function replaceTask(
  unit: UnitOfWork,
  id: number,
  input: TaskChanges & { title: string },
): Promise<void> {
  await changeTask(unit, id, {
    description: '',
    priority: 'medium',
    tags: [],
    parent_id: null,
    ...input,
    recurrence: input.recurrence ?? null,
    due_date: input.due_date ?? null,
    due_at: input.due_at ?? null,
  });
}

/** One level deep: the parent is a live task that is itself a part of none, and the task has no subtasks. */
async function checkParent(unit: UnitOfWork, task: TaskRow | undefined, parentId: number): Promise<void> {
  const refuse = (message: string) => invalidInput([{ path: 'parent_id', message }]);
  if (task?.id === parentId) throw refuse('must be another task');
  const [parent] = await unit.load([parentId]);
  if (!parent || parent.deletedAt) throw refuse(`there is no task ${parentId}`);
  if (parent.parentId !== null) throw refuse(`task ${parentId} is itself a subtask: they are one level deep`);
  if (!task) return;
  const parts = await unit.subtasks(task.id);
  if (parts.some((part) => !part.deletedAt))
    throw refuse(`task ${task.id} has subtasks: they are one level deep`);
}

/** Only what was given; the one due field clears the other. */
function fieldsOf(input: TaskChanges): TaskFields {
  const { title, description, priority, tags, completed, due_date, due_at, recurrence, parent_id } = input;
  const fields: TaskFields = {};
  if (title !== undefined) fields.title = title;
  if (description !== undefined) fields.description = description;
  if (priority !== undefined) fields.priority = priority;
  if (tags !== undefined) fields.tags = tags;
  if (completed !== undefined) fields.completed = completed;
  if (recurrence !== undefined) fields.recurrence = recurrence;
  if (parent_id !== undefined) fields.parentId = parent_id;
  if (due_date !== undefined) fields.dueDate = due_date;
  if (due_at !== undefined) fields.dueAt = due_at === null ? null : new Date(due_at);
  if (due_date) fields.dueAt = null;
  if (due_at) fields.dueDate = null;
  return fields;
}
