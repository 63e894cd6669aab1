import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Task } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import type { BulkChange, NewTask, TaskEdit } from './changes/change.ts';
import { newDraftNumber } from './changes/drafts.ts';
import { seenOf } from './changes/edit.ts';
import { useChangeQueue, useReplay } from './changes/use-change-queue.ts';
import { tasksKey } from './task-cache.ts';
import { useChangeWords } from './use-change-words.ts';

/** Everything that can be done to tasks: shown at once, and taken back with a sentence when the api refuses. */
export function useTaskActions() {
  const { id: userId } = useUser();
  const queries = useQueryClient();
  const queue = useChangeQueue(userId);
  const undo = useChangeWords(userId, queue);
  useReplay(queue);

  // The same functions for as long as the list is there: rows need not be drawn again for them.
  return useMemo(
    () => ({
      add(fields: NewTask) {
        const known = queries.getQueryData<Task[]>(tasksKey(userId)) ?? [];
        const newest = known.reduce((highest, { id }) => Math.max(highest, id), 0);
        queue.add({ kind: 'add', fields, draft: newDraftNumber(), newest });
      },
      /** Gets the task as it was seen when somebody began to edit it. */
      edit(task: Task, changes: TaskEdit) {
        queue.add({ kind: 'edit', id: task.id, title: task.title, changes, seen: seenOf(task, changes) });
      },
      complete(task: Task, completed: boolean) {
        queue.add({ kind: 'complete', id: task.id, title: task.title, completed });
      },
      remove: (task: Task) => void queue.add({ kind: 'remove', id: task.id, task }),
      restore: (task: Task) => void queue.add({ kind: 'restore', id: task.id, task }),
      bulk: (ids: number[], change: BulkChange) => void queue.add({ kind: 'bulk', ids, change }),
      undo: () => undo(),
    }),
    [queries, userId, queue, undo],
  );
}

export type TaskActions = ReturnType<typeof useTaskActions>;
