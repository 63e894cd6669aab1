import { useMemo, useState } from 'react';
import type { Task } from '../api-client/types.ts';
import { lastingNumber } from './changes/drafts.ts';
import type { TaskActions } from './task-actions.ts';

/**
 * Reopening takes a task up the list. React then puts in anew each row that it passes: of the rows that changed places
 * it moves all but those that went up. A row that is made anew at its new place moves no other one.
 */
export function useReopening(actions: TaskActions) {
  const [times, setTimes] = useState<ReadonlyMap<number, number>>(new Map());

  const acting = useMemo(
    () => ({
      ...actions,
      complete(task: Task, completed: boolean) {
        if (!completed) {
          const id = lastingNumber(task.id);
          setTimes((before) => new Map(before).set(id, (before.get(id) ?? 0) + 1));
        }
        actions.complete(task, completed);
      },
    }),
    [actions],
  );

  const rowKey = (task: Task) => {
    const id = lastingNumber(task.id);
    return `${id}/${times.get(id) ?? 0}`;
  };
  return { actions: acting, rowKey };
}
