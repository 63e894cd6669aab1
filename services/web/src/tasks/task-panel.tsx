'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import { Button } from '../ui/button.tsx';
import { QuickAdd } from './quick-add.tsx';
import { type TaskFilter, visibleTasks } from './task-cache.ts';
import { TaskFilters } from './task-filters.tsx';
import { useTaskActions, useTasks } from './task-queries.ts';
import { TaskRow } from './task-row.tsx';

/** The person's tasks, live. */
export function TaskPanel() {
  const t = useTranslations('tasks');
  const shell = useTranslations('shell');
  const { id: userId } = useUser();
  const tasks = useTasks(userId);
  const actions = useTaskActions();
  const [filter, setFilter] = useState<TaskFilter>('all');
  const counts = tasks.data && {
    all: tasks.data.length,
    pending: tasks.data.filter((task) => !task.completed).length,
    completed: tasks.data.filter((task) => task.completed).length,
  };
  return (
    <section aria-label={t('heading')} className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-3 border-b border-line p-4 wide:px-5">
        <h2 className="font-display text-lg font-semibold max-wide:sr-only">{t('heading')}</h2>
        <QuickAdd onAdd={actions.add} />
        <TaskFilters filter={filter} counts={counts} onFilter={setFilter} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2 wide:px-3">
        {tasks.data ? (
          <TaskList tasks={visibleTasks(tasks.data, filter)} filter={filter} actions={actions} />
        ) : tasks.isError ? (
          <div role="alert" className="grid justify-items-start gap-3 p-4">
            <p>{t('loadFailed')}</p>
            <Button look="outline" onClick={() => tasks.refetch()}>
              {shell('tryAgain')}
            </Button>
          </div>
        ) : (
          <Skeleton label={t('loading')} />
        )}
      </div>
    </section>
  );
}

interface ListProps {
  tasks: Task[];
  filter: TaskFilter;
  actions: ReturnType<typeof useTaskActions>;
}

function TaskList({ tasks, filter, actions }: ListProps) {
  const t = useTranslations('tasks');
  if (tasks.length === 0) {
    const teaching = { all: 'emptyAll', pending: 'emptyPending', completed: 'emptyCompleted' } as const;
    return (
      <div className="grid justify-items-center gap-1.5 px-6 py-14 text-center">
        <p className="font-display text-lg">{filter === 'all' ? t('emptyTitle') : t('emptyFilterTitle')}</p>
        <p className="max-w-[34ch] text-sm text-ink-soft text-pretty">{t(teaching[filter])}</p>
      </div>
    );
  }
  return (
    <ul aria-label={t('list')}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} actions={actions} />
      ))}
    </ul>
  );
}

const skeletonWidths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3'];

function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {skeletonWidths.map((width) => (
        <div key={width} className="flex min-h-14 items-center gap-4 px-3">
          <div className="skeleton size-6 rounded-full" />
          <div className={`skeleton h-4 ${width}`} />
        </div>
      ))}
    </div>
  );
}
