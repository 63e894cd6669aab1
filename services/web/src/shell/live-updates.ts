'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from '../api-client/address.ts';
import { apiStatus, onApiStatus, reportApi } from '../api-client/api-status.ts';
import { listenTogether } from '../api-client/shared-stream.ts';
import type { UserEvent } from '../api-client/types.ts';
import { conversationKey, conversationsKey } from '../chat/conversation-queries.ts';
import { changeTasks, reloadTasks, tasksKey, withoutTask, withTask } from '../tasks/task-cache.ts';

/** Keeps lists in step with what happens elsewhere: in the chat, in another tab, on another device. */
export function useLiveUpdates(userId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    // A list that is on its way may have been read before what is known now: it is asked for again.
    const reload = async (queryKey: readonly string[]) => {
      await queries.cancelQueries({ queryKey });
      await queries.invalidateQueries({ queryKey });
    };
    const refresh = () => {
      reloadTasks(queries, userId);
      void reload(conversationsKey(userId));
    };

    const receive = (data: string) => {
      const event: UserEvent = JSON.parse(data);
      if ('task' in event) {
        changeTasks(queries, userId, (tasks) =>
          event.type === 'task.deleted' ? withoutTask(tasks, event.task.id) : withTask(tasks, event.task),
        );
        if (queries.isFetching({ queryKey: tasksKey(userId) })) reloadTasks(queries, userId);
        return;
      }
      // Changes were missed that the stream no longer holds.
      if (event.type === 'reset') return refresh();
      void reload(conversationsKey(userId));
      if (event.type === 'conversation.deleted') {
        queries.removeQueries({ queryKey: conversationKey(userId, event.conversation.id) });
      }
    };

    const stream = listenTogether({
      address: addressOf('get', '/api/{user_id}/events', { path: { user_id: userId } }),
      events: ['task', 'conversation', 'reset'],
      listener: {
        onEvent: (_, data) => receive(data),
        onState(state) {
          // Whatever is asked now tells whether the session has ended, unless it is the api that is away.
          if (state === 'refused') return void (apiStatus() === 'here' && queries.invalidateQueries());
          reportApi('here');
          // What happened while nobody listened is in the lists, whatever the stream still remembers.
          refresh();
        },
      },
    });
    const stopListening = onApiStatus(() => {
      if (apiStatus() !== 'here') return;
      refresh();
      stream.wake();
    });
    return () => {
      stopListening();
      stream.close();
    };
  }, [queries, userId]);
}
