/** @module The same change to many tasks: all of them, or none. */
import { z } from '@hono/zod-openapi';
import { invalidInput, Problem } from '../http/problem.ts';
import { changeTask, completeTask, deleteTask, restoreTask } from './operations.ts';
import { changeFields, TAGS_PER_TASK, tagsSchema, taskNumberSchema } from './schema.ts';
import type { TaskRow } from './store.ts';
import type { UnitOfWork } from './unit.ts';

const LARGEST_BULK = 500;

const { title: _title, completed: _completed, tags: _tags, ...shared } = changeFields;
export const bulkSchema = z
  .object({
    action: z
      .enum(['complete', 'reopen', 'delete', 'restore', 'change'], {
        error: 'must be complete, reopen, delete, restore or change',
      })
      .openapi({ description: 'What to do with every one of the tasks' }),
    ids: z
      .array(taskNumberSchema)
      .min(1, { error: 'must name at least one task' })
      .max(LARGEST_BULK, { error: `must name at most ${LARGEST_BULK} tasks` })
      .overwrite((ids) => [...new Set(ids)])
      .openapi({ description: 'The numbers of the tasks; the answer keeps their order', example: [3, 5] }),
    changes: z
      .object(shared)
      .optional()
      .openapi({ description: 'With `change`: the fields to set in every task; null clears a date' }),
    add_tags: tagsSchema
      .optional()
      .openapi({ description: 'With `change`: tags that every task shall have' }),
    remove_tags: tagsSchema
      .optional()
      .openapi({ description: 'With `change`: tags that no task shall have' }),
  })
  .superRefine(({ action, changes, add_tags, remove_tags }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const given = Object.values(changes ?? {}).some((value) => value !== undefined);
    if (action === 'change' && !given && !add_tags?.length && !remove_tags?.length) {
      refuse('changes', 'give changes, add_tags or remove_tags');
    }
    if (action !== 'change' && (given || add_tags?.length || remove_tags?.length)) {
      refuse('changes', 'goes with the action change alone');
    }
    if (changes?.due_date && changes.due_at) refuse('changes.due_at', 'give due_date or due_at, not both');
  })
  .openapi('BulkChange');

export type BulkChange = z.infer<typeof bulkSchema>;

/** Does it to every task; throws a 404 that names all those that are not there before anything is done. */
export async function changeMany(unit: UnitOfWork, { action, ids, ...what }: BulkChange): Promise<void> {
  const found = new Map((await unit.load([...ids].sort((a, b) => a - b))).map((row) => [row.id, row]));
  const missing = ids.filter((id) => {
    const row = found.get(id);
    return !row || (action !== 'restore' && row.deletedAt !== null);
  });
  if (missing.length > 0) throw notThere(missing);
  await unit.loadSubtasks(ids);
  for (const id of ids) {
    try {
      await changeOne(unit, action, id, what);
    } catch (error) {
      if (error instanceof Problem && error.status === 422) throw forTask(error, id);
      throw error;
    }
  }
}

async function changeOne(
  unit: UnitOfWork,
  action: BulkChange['action'],
  id: number,
  { changes, add_tags = [], remove_tags = [] }: Omit<BulkChange, 'action' | 'ids'>,
): Promise<void> {
  const [row] = await unit.load([id]);
  if (action === 'complete') return completeTask(unit, id, true);
  if (action === 'reopen') return completeTask(unit, id, false);
  if (action === 'restore') return restoreTask(unit, id);
  // A subtask that went with its parent is where it shall be.
  if (action === 'delete') return row?.deletedAt ? undefined : deleteTask(unit, id);
  const tags =
    add_tags.length + remove_tags.length > 0 && row ? { tags: tagsOf(row, add_tags, remove_tags) } : {};
  return changeTask(unit, id, { ...changes, ...tags });
}

function tagsOf(row: TaskRow, added: readonly string[], removed: readonly string[]): string[] {
  const tags = [...new Set([...row.tags, ...added])].filter((tag) => !removed.includes(tag));
  if (tags.length <= TAGS_PER_TASK) return tags;
  throw invalidInput([
    { path: 'add_tags', message: `task ${row.id} would hold more than ${TAGS_PER_TASK} tags` },
  ]);
}

function notThere(missing: readonly number[]): Problem {
  const named = missing.slice(0, 20).join(', ');
  return new Problem(404, {
    kind: 'task-not-found',
    title: 'Task not found',
    detail: `Nothing was changed: there is no task ${named}${missing.length > 20 ? ' …' : ''}.`,
    extensions: { missing },
  });
}

/** The same mistake, with the task in which it would be one. */
function forTask(problem: Problem, id: number): Problem {
  const errors = problem.extensions.errors as { path: string; message: string }[];
  return invalidInput(
    errors.map(({ path, message }) => ({ path: `changes.${path}`, message: `${message} (task ${id})` })),
  );
}
