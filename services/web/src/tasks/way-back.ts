import type { Task } from '../api-client/types.ts';
import type { Change } from './changes/change.ts';
import { tasksKey } from './task-cache.ts';
import type { UndoTools } from './undo-last.ts';

/** Whether something can still be taken back. */
export interface WayBack {
  isOpen(): boolean;
  /** Calls back when that may be otherwise; returns how to end it. */
  onChange(listener: () => void): () => void;
}

/** A change can be taken back until something else is done to its tasks, here or elsewhere. */
export function wayBack(
  { userId, queue, queries }: Pick<UndoTools, 'userId' | 'queue' | 'queries'>,
  change: Change,
  told: readonly Task[],
): WayBack {
  const touched = new Set(numbersOf(change));
  const isDeletion =
    change.kind === 'remove' || (change.kind === 'bulk' && change.change.action === 'delete');
  return {
    isOpen() {
      if (queue.changes().some((later) => numbersOf(later).some((id) => touched.has(id)))) return false;
      const tasks = queries.getQueryData<Task[]>(tasksKey(userId));
      if (!tasks) return true;
      if (isDeletion) return !tasks.some(({ id }) => touched.has(id));
      const known = new Map(tasks.map((task) => [task.id, Date.parse(task.updated_at)]));
      return told.every(({ id, updated_at }) => (known.get(id) ?? Infinity) <= Date.parse(updated_at));
    },
    onChange(listener) {
      const stops = [queries.getQueryCache().subscribe(listener), queue.onChanges(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function numbersOf(change: Change): readonly number[] {
  if (change.kind === 'bulk') return change.ids;
  return change.kind === 'add' ? [] : [change.id];
}
