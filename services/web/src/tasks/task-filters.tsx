'use client';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { useShowView } from '../shell/view.tsx';
import { Segments } from '../ui/segments.tsx';
import type { TaskFilter } from './task-view.ts';

interface Props {
  /** Nothing while something else is looked at. */
  filter: TaskFilter | undefined;
  counts: Record<TaskFilter, number> | undefined;
  onFilter: (filter: TaskFilter) => void;
}

const filters = ['all', 'pending', 'completed'] as const;

/** All, pending or completed, each with how many there are. */
export function TaskFilters({ filter, counts, onFilter }: Props) {
  const t = useTranslations('tasks');
  const showView = useShowView();
  useCommands(
    filters.map((value, index) => ({
      id: `tasks.${value}`,
      group: 'tasks',
      words: t('show', { which: t(value) }),
      Icon: ListFilter,
      shortcut: String(index + 1),
      run: () => {
        showView('tasks');
        onFilter(value);
      },
    })),
  );
  const segments = filters.map((value) => ({
    value,
    words: (
      <>
        {t(value)}{' '}
        <span className="min-w-[1.2ch] pointer-events-none text-xs tabular-nums">
          {counts?.[value] ?? ''}
        </span>
      </>
    ),
  }));
  return (
    <Segments<TaskFilter | 'none'>
      label={t('filter')}
      segments={segments}
      value={filter ?? 'none'}
      onChange={(chosen) => chosen !== 'none' && onFilter(chosen)}
    />
  );
}
