import type { QueryClient } from '@tanstack/react-query';
import type { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';
import { request } from '../api-client/request.ts';
import type { Task } from '../api-client/types.ts';
import { changeTasks, tasksKey, withoutTask, withTask } from '../tasks/task-cache.ts';
import { showToast } from '../ui/toast-store.ts';
import type { ToolCall } from './tool-call.ts';
import { isReversible, standingOf } from './undo.ts';

export interface UndoTools {
  t: ReturnType<typeof useTranslations<'tools'>>;
  problems: ReturnType<typeof useTranslations<'problems'>>;
  userId: string;
  queries: QueryClient;
}

/** Takes back what a tool did, where that is told. Resolves to whether it is taken back; says why when it is not. */
export async function undoCall(
  { t, problems, userId, queries }: UndoTools,
  call: ToolCall,
): Promise<boolean> {
  const tasks = queries.getQueryData<Task[]>(tasksKey(userId));
  const { taskId: id } = call;
  if (id === undefined || !isReversible(call)) return false;
  if (tasks && standingOf(call, tasks) !== 'stands') return true;
  try {
    const task = await reverse(userId, id, call);
    changeTasks(queries, userId, (list) => (task ? withTask(list, task) : withoutTask(list, id)));
    return true;
  } catch (error) {
    void queries.invalidateQueries({ queryKey: tasksKey(userId) });
    showToast({
      text: t('undoFailed', { title: call.title, reason: reasonOf(problems, error) }),
      tone: 'problem',
    });
    return false;
  }
}

function reasonOf(problems: UndoTools['problems'], error: unknown): string {
  return problemSentence(problems, error instanceof Problem ? error : new Problem(0, ''));
}

/** The task as it is then; nothing when it left the list. Each can be asked for twice and does it once. */
async function reverse(
  userId: string,
  id: number,
  { change, previous }: ToolCall,
): Promise<Task | undefined> {
  const path = { user_id: userId, id };
  if (change === 'deleted') return request('post', '/api/{user_id}/tasks/{id}/restore', { path });
  if (change === 'completed' || change === 'pending') {
    const body = { completed: change === 'pending' };
    return request('patch', '/api/{user_id}/tasks/{id}/complete', { path, body });
  }
  if (change === 'updated') return request('patch', '/api/{user_id}/tasks/{id}', { path, body: previous });
  try {
    await request('delete', '/api/{user_id}/tasks/{id}', { path });
  } catch (error) {
    if (!(error instanceof Problem && error.status === 404)) throw error;
  }
  return undefined;
}
