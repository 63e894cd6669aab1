'use client';

import { ArrowDownUp, ListChecks, Search, Trash2, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { useShowView } from '../shell/view.tsx';
import { IconButton } from '../ui/button.tsx';
import { ChoiceButton } from '../ui/choice-button.tsx';
import { sorts, type TaskSort } from './task-view.ts';

interface Props {
  words: string;
  sort: TaskSort;
  isSelecting: boolean;
  isTrash: boolean;
  onWords: (words: string) => void;
  onSort: (sort: TaskSort) => void;
  onSelect: () => void;
  onTrash: () => void;
  onUndo: () => void;
}

/** Search, order, selecting and the trash. */
export function TaskToolbar(props: Props) {
  const { words, sort, isSelecting, isTrash, onWords, onSort, onSelect, onTrash, onUndo } = props;
  const t = useTranslations('tasks');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const showView = useShowView();
  const inView = (run: () => void) => () => {
    showView('tasks');
    run();
  };
  const choices = sorts.map((value) => ({ value, name: t(`sort_${value}`) }));
  const command = { group: 'tasks' as const };
  useCommands([
    {
      ...command,
      id: 'tasks.search',
      words: t('search'),
      Icon: Search,
      shortcut: 'f',
      run: inView(() => field.current?.focus()),
    },
    {
      ...command,
      id: 'tasks.select',
      words: t('select'),
      Icon: ListChecks,
      shortcut: 's',
      run: inView(onSelect),
    },
    { ...command, id: 'tasks.undo', words: t('undoLast'), Icon: Undo2, shortcut: 'u', run: onUndo },
    { ...command, id: 'tasks.trash', words: t('trash'), Icon: Trash2, run: inView(onTrash) },
    ...choices.map(({ value, name }) => ({
      ...command,
      id: `tasks.sort.${value}`,
      words: t('sortBy', { order: name }),
      Icon: ArrowDownUp,
      run: inView(() => onSort(value)),
    })),
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    if (words) onWords('');
    else event.currentTarget.blur();
  };
  return (
    <div className="flex items-center gap-0.5">
      <div className="relative min-w-0 flex-1">
        <label htmlFor={id} className="sr-only">
          {t('search')}
        </label>
        <Search
          size={17}
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft"
        />
        <input
          ref={field}
          id={id}
          type="search"
          dir={words ? 'auto' : undefined}
          value={words}
          placeholder={t('searchPlaceholder')}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={onKeyDown}
          className="field border-transparent bg-sunken py-1 ps-9 pe-11 placeholder-shown:pe-2 [&::-webkit-search-cancel-button]:hidden"
        />
        {words && (
          <IconButton
            aria-label={t('clearSearch')}
            onClick={() => {
              onWords('');
              field.current?.focus();
            }}
            className="absolute end-0 top-0"
          >
            <X size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      <ChoiceButton label={t('sort')} Icon={ArrowDownUp} choices={choices} value={sort} onChoose={onSort} />
      <IconButton
        aria-label={t('select')}
        aria-pressed={isSelecting}
        onClick={onSelect}
        className="aria-pressed:bg-pine-soft aria-pressed:text-pine-deep"
      >
        <ListChecks size={19} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <IconButton
        aria-label={t('trash')}
        aria-pressed={isTrash}
        onClick={onTrash}
        className="aria-pressed:bg-pine-soft aria-pressed:text-pine-deep"
      >
        <Trash2 size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
