import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { request, requestAll } from '../api-client/request.ts';
import type { Task } from '../api-client/types.ts';
import { userPath, useUser } from '../shell/user-context.tsx';
import { showToast } from '../ui/toast-store.ts';
import { changeTasks, draftTask, tasksKey, withoutTask, withTask } from './task-cache.ts';

/** All tasks of a person that are not in the trash. */
export function useTasks(userId: string) {
  return useQuery({
    queryKey: tasksKey(userId),
    queryFn: ({ signal }) => requestAll<Task>(userPath(userId, '/tasks?status=all&limit=100'), signal),
  });
}

/** How many tasks are open. */
export function usePendingCount(userId: string): number {
  return useTasks(userId).data?.filter((task) => !task.completed).length ?? 0;
}

/** A sentence for why something was refused. */
export function useReason(): (error: unknown) => string {
  const t = useTranslations('tasks');
  return useCallback(
    (error) => {
      if (!(error instanceof Problem) || error.isAway) return t('away');
      return error.status === 404 ? t('gone') : error.message;
    },
    [t],
  );
}

/** Tells the list before the api has answered; returns how to take that back. */
async function anticipate(queries: QueryClient, userId: string, change: (tasks: Task[]) => Task[]) {
  await queries.cancelQueries({ queryKey: tasksKey(userId) });
  const before = queries.getQueryData<Task[]>(tasksKey(userId));
  changeTasks(queries, userId, change);
  return before;
}

const emphasis = { em: (text: ReactNode) => text };

/** Everything that can be done to tasks: shown at once, and undone with a sentence when the api refuses. */
export function useTaskActions() {
  const t = useTranslations('tasks');
  const { id: userId } = useUser();
  const queries = useQueryClient();
  const reason = useReason();
  const path = (id: number, rest = '') => userPath(userId, `/tasks/${id}${rest}`);

  const put = (task: Task) => changeTasks(queries, userId, (tasks) => withTask(tasks, task));
  const drop = (id: number) => changeTasks(queries, userId, (tasks) => withoutTask(tasks, id));
  const reload = () => queries.invalidateQueries({ queryKey: tasksKey(userId) });
  const complain = (
    key: 'saveFailed' | 'addFailed' | 'deleteFailed' | 'restoreFailed',
    title: string,
    error: unknown,
  ) => {
    showToast({ text: t(key, { title, reason: reason(error) }), tone: 'problem' });
    void reload();
  };

  const add = useMutation({
    mutationFn: ({ draft, key }: { draft: Task; key: string }) =>
      request<Task>(userPath(userId, '/tasks'), {
        method: 'POST',
        body: { title: draft.title },
        idempotencyKey: key,
      }),
    onMutate: ({ draft }) => anticipate(queries, userId, (tasks) => withTask(tasks, draft)),
    onSuccess: (task, { draft }) => {
      drop(draft.id);
      put(task);
    },
    onError: (error, { draft }) => {
      drop(draft.id);
      complain('addFailed', draft.title, error);
    },
  });

  const save = useMutation({
    mutationFn: ({ task, changes }: { task: Task; changes: { title: string } | { completed: boolean } }) =>
      'completed' in changes
        ? request<Task>(path(task.id, '/complete'), { method: 'PATCH', body: changes })
        : request<Task>(path(task.id), { method: 'PATCH', body: changes }),
    onMutate: ({ task, changes }) =>
      anticipate(queries, userId, (tasks) =>
        withTask(tasks, { ...task, ...changes, updated_at: new Date().toISOString() }),
      ),
    onSuccess: put,
    onError: (error, { task }) => {
      put(task);
      complain('saveFailed', task.title, error);
    },
  });

  const restore = useMutation({
    mutationFn: (task: Pick<Task, 'id' | 'title'>) =>
      request<Task>(path(task.id, '/restore'), { method: 'POST' }),
    onSuccess: (task) => {
      put(task);
      showToast({ text: t.rich('restored', { title: task.title, ...emphasis }) });
    },
    onError: (error, task) => complain('restoreFailed', task.title, error),
  });

  const remove = useMutation({
    mutationFn: (task: Task) => request<void>(path(task.id), { method: 'DELETE' }),
    onMutate: (task) => anticipate(queries, userId, (tasks) => withoutTask(tasks, task.id)),
    onSuccess: (_, task) =>
      showToast({
        text: t.rich('deleted', { title: task.title, ...emphasis }),
        action: { label: t('undo'), run: () => restore.mutate(task) },
      }),
    onError: (error, task) => {
      put(task);
      complain('deleteFailed', task.title, error);
    },
  });

  return {
    add: (title: string) => add.mutate({ draft: draftTask(title), key: crypto.randomUUID() }),
    rename: (task: Task, title: string) => save.mutate({ task, changes: { title } }),
    complete: (task: Task, completed: boolean) => save.mutate({ task, changes: { completed } }),
    remove: (task: Task) => remove.mutate(task),
    restore: (task: Pick<Task, 'id' | 'title'>) => restore.mutate(task),
  };
}
