import { newKey } from '../api-client/new-key.ts';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';
import { request } from '../api-client/request.ts';
import type { Task } from '../api-client/types.ts';
import type { BulkChange } from '../tasks/changes/change.ts';
import { changeTasks, newerOf, tasksKey } from '../tasks/task-cache.ts';
import { showToast } from '../ui/toast-store.ts';
import type { ToolCall } from './tool-call.ts';
import { isReversible, standingOf } from './undo.ts';
import { type UndoTools, undoCall } from './undo-call.ts';

/** The api takes no more at once. */
const LARGEST_BULK = 500;

/**
 * Takes back what several calls did, in their order: with one request what is taken back in the same way. Resolves to
 * whether all is taken back; what cannot be ends it, and is told.
 */
export async function undoCalls(tools: UndoTools, calls: readonly ToolCall[]): Promise<boolean> {
  for (const { way, alike } of batchesOf(calls.filter(isReversible))) {
    // What was taken back before may be what this was done to.
    const tasks = tools.queries.getQueryData<Task[]>(tasksKey(tools.userId));
    const standing = alike.filter((call) => !tasks || standingOf(call, tasks) === 'stands');
    const [only, ...others] = standing;
    if (!only) continue;
    const isDone = way && others.length > 0 ? undoMany(tools, way, standing) : undoCall(tools, only);
    if (!(await isDone)) return false;
  }
  return true;
}

interface Batch {
  /** How all of it is taken back; nothing for what only goes one by one. */
  way: BulkChange | undefined;
  alike: ToolCall[];
}

/** What follows each other and is taken back in the same way. */
function batchesOf(calls: readonly ToolCall[]): Batch[] {
  const batches: Batch[] = [];
  for (const call of calls) {
    const way = wayBackOf(call);
    const last = batches.at(-1);
    const isAlike = way && last && JSON.stringify(last.way) === JSON.stringify(way);
    if (isAlike && last.alike.length < LARGEST_BULK) last.alike.push(call);
    else batches.push({ way, alike: [call] });
  }
  return batches;
}

function wayBackOf({ change, previous }: ToolCall): BulkChange | undefined {
  if (change === 'completed') return { action: 'reopen' };
  if (change === 'pending') return { action: 'complete' };
  if (change === 'deleted') return { action: 'restore' };
  if (change === 'created' || change === 'restored') return { action: 'delete' };
  // A title is of one task, and tags are added to those that are there.
  if (change !== 'updated' || 'title' in previous || 'tags' in previous) return undefined;
  return { action: 'change', changes: previous };
}

async function undoMany(
  { t, problems, userId, queries }: UndoTools,
  way: BulkChange,
  calls: readonly ToolCall[],
): Promise<boolean> {
  const ids = calls.flatMap(({ taskId }) => taskId ?? []);
  try {
    const { tasks } = await request('post', '/api/{user_id}/tasks/bulk', {
      path: { user_id: userId },
      body: { ...way, ids },
      idempotencyKey: newKey(),
    });
    const gone = new Set(way.action === 'delete' ? ids : []);
    const told = new Map(tasks.filter(({ id }) => !gone.has(id)).map((task) => [task.id, task]));
    changeTasks(queries, userId, (list) => {
      const heard = new Map(list.map((task) => [task.id, task]));
      const others = list.filter(({ id }) => !gone.has(id) && !told.has(id));
      return [...others, ...[...told.values()].map((task) => newerOf(heard.get(task.id), task))];
    });
    return true;
  } catch (error) {
    void queries.invalidateQueries({ queryKey: tasksKey(userId) });
    const reason = problemSentence(problems, error instanceof Problem ? error : new Problem(0, ''));
    showToast({ text: t('undoManyFailed', { count: ids.length, reason }), tone: 'problem' });
    return false;
  }
}
