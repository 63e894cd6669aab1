import type { QueryClient } from '@tanstack/react-query';
import type { useTranslations } from 'use-intl';
import { newKey } from '../api-client/new-key.ts';
import { Problem } from '../api-client/problem.ts';
import { request } from '../api-client/request.ts';
import { showToast } from '../ui/toast-store.ts';
import type { ChangeQueue } from './changes/change-queue.ts';
import { changeTasks, reloadTasks, trashKey, withoutTask, withTask } from './task-cache.ts';
import { emphasis, reasonOf, titleOf } from './task-words.ts';

export interface UndoTools {
  t: ReturnType<typeof useTranslations<'tasks'>>;
  problems: ReturnType<typeof useTranslations<'problems'>>;
  userId: string;
  queue: ChangeQueue;
  queries: QueryClient;
}

/**
 * Takes back what was done last, or what was done to a task if that was last. What still waits is taken back here; for
 * all else the api knows how things were.
 */
export async function undoLast(
  { t, problems, userId, queue, queries }: UndoTools,
  taskId?: number,
): Promise<void> {
  // A sentence with a way back is about what was sent.
  const unsent = taskId === undefined ? queue.dropLast() : undefined;
  if (unsent) {
    const title = titleOf(unsent);
    const text =
      title === undefined
        ? t('undoneMany', { count: unsent.kind === 'bulk' ? unsent.ids.length : 1 })
        : t.rich('undone', { title, ...emphasis });
    return showToast({ text });
  }
  const key = newKey();
  const body = taskId === undefined ? {} : { task_id: taskId };
  try {
    const { tasks, trashed } = await queue.alone(() =>
      request('post', '/api/{user_id}/undo', { path: { user_id: userId }, body, idempotencyKey: key }),
    );
    for (const task of tasks)
      changeTasks(queries, userId, (list) =>
        trashed.includes(task.id) ? withoutTask(list, task.id) : withTask(list, task),
      );
    void queries.invalidateQueries({ queryKey: trashKey(userId) });
    const [only] = tasks;
    showToast({
      text:
        tasks.length === 1 && only
          ? t.rich('undone', { title: only.title, ...emphasis })
          : t('undoneMany', { count: tasks.length }),
    });
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0, '');
    const isNothing = problem.status === 404;
    const text = isNothing
      ? t('nothingToUndo')
      : problem.status === 409
        ? t('changedSince')
        : reasonOf(problems, problem);
    showToast({ text, tone: isNothing ? 'plain' : 'problem' });
  }
  reloadTasks(queries, userId);
}
