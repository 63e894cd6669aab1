'use client';

import * as ToggleGroup from 'radix-ui/toggle-group';
import { useTranslations } from 'use-intl';
import type { TaskFilter } from './task-cache.ts';

interface Props {
  filter: TaskFilter;
  counts: Record<TaskFilter, number> | undefined;
  onFilter: (filter: TaskFilter) => void;
}

const filters = ['all', 'pending', 'completed'] as const;

/** All, pending or completed, each with how many there are. */
export function TaskFilters({ filter, counts, onFilter }: Props) {
  const t = useTranslations('tasks');
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={t('filter')}
      value={filter}
      onValueChange={(value) => onFilter(filters.find((name) => name === value) ?? filter)}
      className="flex gap-1 rounded-xl bg-sunken p-1"
    >
      {filters.map((name) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          className="flex min-h-11 flex-1 items-center justify-center gap-1.5 rounded-lg px-2 text-sm text-ink-soft data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-sm wide:min-h-9"
        >
          {t(name)}{' '}
          <span className="min-w-[1.2ch] text-xs tabular-nums opacity-80">{counts?.[name] ?? ''}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
