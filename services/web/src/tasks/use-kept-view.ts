import { useCallback, useEffect, useState } from 'react';
import { sorts, type TaskView } from './task-view.ts';

const KEPT = 'task-view';
const initial: TaskView = { filter: 'all', sort: 'id', words: '' };
const filters = ['all', 'pending', 'completed'] as const;

/** What was looked at last: for this visit, also after a reload. */
export function useKeptView(): [TaskView, (change: Partial<TaskView>) => void] {
  const [view, setView] = useState(initial);
  // Not before the page is drawn as the server has drawn it, which does not know.
  useEffect(() => setView(read()), []);
  const change = useCallback((changed: Partial<TaskView>) => {
    setView((before) => {
      const next = { ...before, ...changed };
      sessionStorage.setItem(KEPT, JSON.stringify(next));
      return next;
    });
  }, []);
  return [view, change];
}

function read(): TaskView {
  try {
    const kept: Partial<TaskView> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    return {
      filter: filters.find((filter) => filter === kept.filter) ?? initial.filter,
      sort: sorts.find((sort) => sort === kept.sort) ?? initial.sort,
      words: typeof kept.words === 'string' ? kept.words : '',
    };
  } catch {
    return initial;
  }
}
