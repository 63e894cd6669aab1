/** @module Takes the last change back, whoever of the user's clients made it. */
import { z } from '@hono/zod-openapi';
import type { Transaction } from '../database/database.ts';
import type { EventService } from '../events/events.ts';
import { Problem } from '../http/problem.ts';
import { removeImportedConversations } from '../transfer/imported-conversations.ts';
import { ACTIONS, contentOf, lastChange, markUndone } from './journal.ts';
import { taskNumberSchema, taskSchema } from './schema.ts';
import { toTask } from './store.ts';
import { changeTasks } from './unit-of-work.ts';

export const undoRequestSchema = z
  .object({
    task_id: taskNumberSchema
      .optional()
      .openapi({ description: 'Only if the last change was to this task, among others; otherwise 409' }),
  })
  .openapi('UndoRequest');

export const undoneSchema = z
  .object({
    action: z.enum(ACTIONS).openapi({ description: 'What was taken back' }),
    changed_at: z.iso.datetime().openapi({ description: 'When it had been done' }),
    tasks: z.array(taskSchema).openapi({ description: 'Every task that it had touched, as it is now' }),
    trashed: z.array(z.int()).openapi({
      description: 'Those of them that lie in the trash now, e.g. one whose adding was taken back',
    }),
  })
  .openapi('Undone');

export type UndoRequest = z.infer<typeof undoRequestSchema>;
export type Undone = z.infer<typeof undoneSchema>;

/** Puts every task that the last change touched back to what it was. Throws 404 or 409 when it cannot. */
export async function undoLastChange(
  tx: Transaction,
  events: EventService,
  userId: string,
  { task_id }: UndoRequest,
): Promise<Undone> {
  let undone: Omit<Undone, 'tasks' | 'trashed'> & { ids: number[] } = {
    action: 'change',
    changed_at: '',
    ids: [],
  };
  const outcome = await changeTasks(tx, events, userId, null, {}, async (unit) => {
    const entry = await lastChange(tx, userId);
    if (!entry) throw nothingToUndo();
    const ids = entry.tasks.map(({ id }) => id);
    if (task_id !== undefined && !ids.includes(task_id)) throw anotherChange(task_id);
    const now = new Map((await unit.load(ids)).map((row) => [row.id, row]));
    const moved = entry.tasks.filter(({ id, after }) => {
      const row = now.get(id);
      return !row || contentOf(row) !== after;
    });
    if (moved.length > 0) throw changedSince(moved.map(({ id }) => id));
    for (const { id, before } of entry.tasks) {
      if (!before) {
        unit.set(id, { deletedAt: unit.now });
        continue;
      }
      const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = before;
      unit.set(id, fields);
    }
    if (entry.action === 'import') await removeImportedConversations(tx, events, userId, entry.id);
    await markUndone(tx, userId, entry.id);
    undone = { action: entry.action, changed_at: entry.at.toISOString(), ids };
  });
  const { ids, ...what } = undone;
  const rows = ids.map((id) => outcome.task(id));
  return {
    ...what,
    tasks: rows.map(toTask),
    trashed: rows.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
  };
}

function nothingToUndo(): Problem {
  return new Problem(404, {
    kind: 'nothing-to-undo',
    title: 'Nothing to undo',
    detail: 'No task was changed in the last day, or all of it has been taken back.',
  });
}

function anotherChange(id: number): Problem {
  return new Problem(409, {
    kind: 'another-change-since',
    title: 'Something else was done since',
    detail: `The last change was not to task ${id}: nothing was taken back.`,
  });
}

function changedSince(ids: readonly number[]): Problem {
  return new Problem(409, {
    kind: 'changed-since',
    title: 'Changed since',
    detail: `Task ${ids.slice(0, 20).join(', ')} is no longer as the last change left it: nothing was taken back.`,
    extensions: { tasks: ids },
  });
}
