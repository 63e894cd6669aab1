'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiStatus, onApiStatus, reportApi } from '../api-client/api-status.ts';
import type { UserEvent } from '../api-client/types.ts';
import { conversationKey, conversationsKey } from '../chat/conversation-queries.ts';
import { changeTasks, tasksKey, withoutTask, withTask } from '../tasks/task-cache.ts';
import { userPath } from './user-context.tsx';

const REOPEN_MILLISECONDS = 3000;

/** Keeps lists in step with what happens elsewhere: in the chat, in another tab, on another device. */
export function useLiveUpdates(userId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;

    // A list that is on its way may have been read before what is known now: it is asked for again.
    const reload = async (queryKey: readonly string[]) => {
      await queries.cancelQueries({ queryKey });
      await queries.invalidateQueries({ queryKey });
    };
    const refresh = () => {
      void reload(tasksKey(userId));
      void reload(conversationsKey(userId));
    };

    const receive = ({ data }: MessageEvent<string>) => {
      const event: UserEvent = JSON.parse(data);
      if ('task' in event) {
        changeTasks(queries, userId, (tasks) =>
          event.type === 'task.deleted' ? withoutTask(tasks, event.task.id) : withTask(tasks, event.task),
        );
        if (queries.isFetching({ queryKey: tasksKey(userId) })) void reload(tasksKey(userId));
        return;
      }
      void reload(conversationsKey(userId));
      if (event.type === 'conversation.deleted') {
        queries.removeQueries({ queryKey: conversationKey(userId, event.conversation.id) });
      }
    };

    const open = () => {
      clearTimeout(reopening);
      source?.close();
      source = new EventSource(userPath(userId, '/events'));
      source.addEventListener('task', receive);
      source.addEventListener('conversation', receive);
      source.onopen = () => {
        reportApi('here');
        // What happened while nobody listened is in the lists, whatever the stream still remembers.
        refresh();
      };
      source.onerror = () => {
        // After an answer that is an error the browser gives up, so this opens again.
        if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MILLISECONDS);
      };
    };

    open();
    const stopListening = onApiStatus(() => {
      if (apiStatus() !== 'here') return;
      refresh();
      if (source?.readyState === EventSource.CLOSED) open();
    });
    return () => {
      clearTimeout(reopening);
      stopListening();
      source?.close();
    };
  }, [queries, userId]);
}
