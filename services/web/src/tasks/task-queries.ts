import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request, requestAll } from '../api-client/request.ts';
import { shownTasks } from './changes/overlay.ts';
import { useWaitingChanges } from './changes/use-change-queue.ts';
import { tasksKey, trashKey } from './task-cache.ts';
import { wordsOf } from './task-search.ts';

const LARGEST_PAGE = 500;

/** All tasks of a person that are not in the trash, as that person left them. */
export function useTasks(userId: string) {
  const { data, isError, refetch } = useQuery({
    queryKey: tasksKey(userId),
    queryFn: ({ signal }) =>
      requestAll('/api/{user_id}/tasks', {
        path: { user_id: userId },
        query: { status: 'all', limit: LARGEST_PAGE },
        signal,
      }),
  });
  const waiting = useWaitingChanges(userId);
  return { data: data && shownTasks(data, waiting), isError, refetch };
}

/** How many tasks are open. */
export function usePendingCount(userId: string): number {
  return useTasks(userId).data?.filter((task) => !task.completed).length ?? 0;
}

/** What lies in the trash, latest first; read anew whenever it is looked at. */
export function useTrash(userId: string) {
  return useQuery({
    queryKey: trashKey(userId),
    staleTime: 0,
    queryFn: ({ signal }) =>
      requestAll('/api/{user_id}/tasks', {
        path: { user_id: userId },
        query: { status: 'trashed', sort: '-updated_at', limit: LARGEST_PAGE },
        signal,
      }),
  });
}

const none: ReadonlySet<number> = new Set();
const PAUSE_MILLISECONDS = 250;
const MOST_ALIKE = 50;

/** Tasks whose words are spelled almost as the search is; the api is asked once somebody pauses in typing. */
export function useAlike(userId: string, search: string, needed: boolean): ReadonlySet<number> {
  const [asked, setAsked] = useState('');
  const words = needed ? wordsOf(search) : '';
  useEffect(() => {
    const pause = setTimeout(() => setAsked(words), PAUSE_MILLISECONDS);
    return () => clearTimeout(pause);
  }, [words]);
  const found = useQuery({
    queryKey: ['tasks-alike', userId, asked],
    enabled: asked.length > 2 && asked === words,
    queryFn: ({ signal }) =>
      request('get', '/api/{user_id}/tasks', {
        path: { user_id: userId },
        query: { status: 'all', q: asked, sort: 'relevance', limit: MOST_ALIKE },
        signal,
      }),
    select: (tasks) => new Set(tasks.map(({ id }) => id)),
  });
  return (asked === words && found.data) || none;
}
