import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { apiStatus, onApiStatus } from '../../api-client/api-status.ts';
import type { Task } from '../../api-client/types.ts';
import { loadPart } from '../../browser/load-part.ts';
import { changeTasks, newerOf, reloadTasks, tasksKey, trashKey } from '../task-cache.ts';
import type { Change, Outcome } from './change.ts';
import { type ChangeQueue, createChangeQueue } from './change-queue.ts';
import { changeStoreOf } from './change-store.ts';
import { afterAnswer } from './overlay.ts';

const queues = new WeakMap<QueryClient, Map<string, ChangeQueue>>();
const nothing: readonly Change[] = [];

/** What a person did that the api has not answered; one for each page that is open. */
export function useChangeQueue(userId: string): ChangeQueue {
  const queries = useQueryClient();
  const ofPage = queues.get(queries) ?? new Map<string, ChangeQueue>();
  queues.set(queries, ofPage);
  const queue = ofPage.get(userId) ?? newQueue(queries, userId);
  ofPage.set(userId, queue);
  return queue;
}

/** The changes that the api has not answered, as they come and go. */
export function useWaitingChanges(userId: string): readonly Change[] {
  const queue = useChangeQueue(userId);
  return useSyncExternalStore(queue.onChanges, queue.changes, () => nothing);
}

/** Sends what waits: from an earlier visit at once, and from now on whenever the api is back. */
export function useReplay(queue: ChangeQueue): void {
  useEffect(() => {
    queue.wake();
    return onApiStatus(() => apiStatus() === 'here' && queue.wake());
  }, [queue]);
}

function newQueue(queries: QueryClient, userId: string): ChangeQueue {
  return createChangeQueue({
    name: `changes:${userId}`,
    store: changeStoreOf(userId),
    async load() {
      const { sendChange, rebased } = await loadPart(() => import('./send-change.ts'));
      return { send: (change: Change) => sendChange(userId, change), rebased };
    },
    base: () => queries.getQueryData<Task[]>(tasksKey(userId)) ?? [],
    settle: (change, outcome) => settle(queries, userId, change, outcome),
  });
}

function settle(queries: QueryClient, userId: string, change: Change, outcome: Outcome): void {
  const { failure } = outcome;
  const theirs = failure?.theirs;
  if (!failure) changeTasks(queries, userId, (tasks) => afterAnswer(tasks, change, outcome.tasks));
  if (theirs)
    changeTasks(queries, userId, (tasks) =>
      tasks.map((task) => (task.id === theirs.id ? newerOf(task, theirs) : task)),
    );
  if (['remove', 'restore', 'bulk'].includes(change.kind))
    void queries.invalidateQueries({ queryKey: trashKey(userId) });
  // Parts come and go with the whole, one that recurs has a next one, and a list on its way may not have this yet.
  const [task] = failure ? [] : outcome.tasks;
  const hasMore =
    change.kind === 'restore' ||
    change.kind === 'bulk' ||
    (change.kind === 'complete' && task?.completed && task.recurrence);
  if (failure || hasMore || queries.isFetching({ queryKey: tasksKey(userId) })) reloadTasks(queries, userId);
}
