/** @module A recurring task that is completed makes the next one; reopened, it takes an untouched one back. */
import { invalidInput } from '../http/problem.ts';
import { comesAgain, dueDay, firstDay, moved, nextDue } from './next-due.ts';
import { partsOf } from './recurrence.ts';
import type { TaskFields, TaskRow } from './store.ts';
import type { UnitOfWork } from './unit.ts';

/** Makes what follows a recurring task, with its subtasks, unless that has been done or the rule has ended. */
export async function makeNext(unit: UnitOfWork, task: TaskRow): Promise<void> {
  const { recurrence, nextId } = task;
  if (!recurrence || nextId !== null) return;
  const next = nextDue({ ...task, recurrence }, unit.now, unit.timeZone);
  if (!next) return;
  const parent = task.parentId === null ? undefined : (await unit.load([task.parentId]))[0];
  const { title, description, priority, tags } = task;
  const parentId = parent && !parent.deletedAt ? parent.id : null;
  const [made] = await unit.add([{ title, description, priority, tags, parentId, ...next }]);
  if (!made) return;
  unit.set(task.id, { nextId: made.id });

  const [from, to] = [dueDay(task, unit.timeZone), dueDay(next, unit.timeZone)];
  const parts = await unit.subtasks(task.id);
  const latest = parts.filter((part) => !part.deletedAt && part.nextId === null);
  await unit.add(
    latest.map((part) => ({
      title: part.title,
      description: part.description,
      priority: part.priority,
      tags: part.tags,
      parentId: made.id,
      ...datesOf(part, from, to, unit.timeZone),
    })),
  );
}

/** A subtask's dates keep their distance to those of the whole; a rule needs one of them. */
function datesOf(part: TaskRow, from: string | null, to: string | null, timeZone: string): TaskFields {
  if (!from || !to) return {};
  const dates = moved(part, from, to, timeZone);
  return { ...dates, recurrence: dates.dueDate || dates.dueAt ? part.recurrence : null };
}

/**
 * What was made when the task was completed goes to the trash while nobody has touched it. One that somebody has
 * changed or done stays, and completing the task again makes no other.
 */
export async function takeNextBack(unit: UnitOfWork, task: TaskRow): Promise<void> {
  if (task.nextId === null) return;
  const [next] = await unit.load([task.nextId]);
  if (!next || next.deletedAt) {
    unit.set(task.id, { nextId: null });
    return;
  }
  const parts = await unit.subtasks(next.id);
  if (![next, ...parts].every(isUntouched)) return;
  for (const row of [next, ...parts]) unit.set(row.id, { deletedAt: unit.now });
  unit.set(task.id, { nextId: null });
}

const isUntouched = (row: TaskRow) =>
  !row.completed && !row.deletedAt && row.updatedAt.getTime() === row.createdAt.getTime();

/** What a change means for the dates of a recurring task. Throws 422 for a rule that has none, or never comes again. */
export function withDates(
  unit: Pick<UnitOfWork, 'now' | 'timeZone'>,
  before: Pick<TaskRow, 'recurrence' | 'dueDate' | 'dueAt'> | null,
  after: Pick<TaskRow, 'recurrence' | 'dueDate' | 'dueAt'>,
  ruleGiven: boolean,
): TaskFields {
  const { recurrence, dueDate, dueAt } = after;
  const sameDue = before?.dueDate === dueDate && before?.dueAt?.getTime() === dueAt?.getTime();
  const sameRule = before?.recurrence === recurrence;
  const fields: TaskFields = sameDue && sameRule ? {} : { recursAt: null };
  if (!recurrence) return fields;
  if (!dueDate && !dueAt) {
    // One that had no date before, as an older process may have left it, is not this change's concern.
    if (!ruleGiven && sameDue) return fields;
    if (!ruleGiven) {
      const message = 'a recurring task needs due_date or due_at: clear recurrence as well';
      throw invalidInput([{ path: 'due_date', message }]);
    }
    const first = firstDay(recurrence, unit.now, unit.timeZone);
    if (!first) throw invalidInput([{ path: 'recurrence', message: 'names no day from today on' }]);
    return { ...fields, dueDate: first };
  }
  const parts = partsOf(recurrence);
  const day = dueDay({ dueDate, dueAt, recursAt: null }, unit.timeZone);
  if (
    !(sameDue && sameRule) &&
    day &&
    !parts.has('UNTIL') &&
    !parts.has('COUNT') &&
    !comesAgain(recurrence, day)
  ) {
    throw invalidInput([{ path: 'recurrence', message: 'names no day after the due date' }]);
  }
  return fields;
}
