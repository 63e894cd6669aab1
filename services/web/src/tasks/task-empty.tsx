'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import type { TaskView } from './task-view.ts';

interface Props {
  view: TaskView;
  hasTasks: boolean;
  onClear: () => void;
}

/** What there is to do where nothing is to be seen. */
export function TaskEmpty({ view: { filter, words }, hasTasks, onClear }: Props) {
  const t = useTranslations('tasks');
  const isSearch = Boolean(words.trim()) && hasTasks;
  const isFirst = !hasTasks && filter === 'all';
  const lead = { all: 'emptyAll', pending: 'emptyPending', completed: 'emptyCompleted' } as const;
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-14 text-center">
      <p className="font-display text-lg">{isFirst ? t('emptyTitle') : t('emptyFilterTitle')}</p>
      <p className="max-w-[34ch] text-sm text-ink-soft text-pretty">
        {isSearch ? t('emptySearch', { words: words.trim() }) : t(lead[filter])}
      </p>
      {isFirst && (
        <ul className="grid gap-1 pt-4 text-sm text-ink-soft">
          {(['example1', 'example2', 'example3'] as const).map((example) => (
            <li key={example}>
              <q className="before:content-none after:content-none">{t(example)}</q>
            </li>
          ))}
        </ul>
      )}
      {isSearch && (
        <Button look="outline" className="mt-3" onClick={onClear}>
          {t('clearSearch')}
        </Button>
      )}
    </div>
  );
}
