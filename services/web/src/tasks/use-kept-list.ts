import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiStatus, onApiStatus } from '../api-client/api-status.ts';
import type { Task } from '../api-client/types.ts';
import { keptPerson } from '../shell/kept-person.ts';
import { keepList, keptList } from './kept-list.ts';
import { tasksKey } from './task-cache.ts';

const PAUSE_MILLISECONDS = 1000;
/** Before everything: whatever the api says is newer. */
const LONG_AGO = 1;

/** Keeps what the api says of the tasks, and shows it again where the api cannot be asked. */
export function useKeptList(userId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const key = tasksKey(userId);
    const show = () => {
      if (apiStatus() !== 'away' || queries.getQueryData(key)) return;
      const tasks = keptList(userId);
      if (tasks) queries.setQueryData(key, tasks, { updatedAt: LONG_AGO });
    };
    let pause: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(pause);
      pause = undefined;
      const tasks = queries.getQueryData<Task[]>(key);
      // Who has signed out meanwhile leaves nothing here.
      if (tasks && keptPerson()?.id === userId) keepList(userId, tasks);
    };
    const stopWatching = queries.getQueryCache().subscribe(({ type, query }) => {
      if (type !== 'updated' || query.queryKey[0] !== key[0] || query.queryKey[1] !== userId) return;
      if (query.state.status === 'success' && query.state.dataUpdatedAt > LONG_AGO)
        pause ??= setTimeout(keep, PAUSE_MILLISECONDS);
    });
    // A phone may close the page without another word.
    const onHide = () => pause !== undefined && keep();
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    const stopListening = onApiStatus(show);
    show();
    return () => {
      stopWatching();
      stopListening();
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
      onHide();
    };
  }, [queries, userId]);
}
