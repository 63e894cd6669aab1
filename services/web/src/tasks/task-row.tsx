'use client';

import clsx from 'clsx';
import { ChevronDown, Trash2 } from 'lucide-react';
import { lazy, memo, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { loadPart } from '../browser/load-part.ts';
import { IconButton } from '../ui/button.tsx';
import { TitleEditor } from '../ui/title-editor.tsx';
import { lastingNumber } from './changes/drafts.ts';
import { SelectBox } from './select-box.tsx';
import type { TaskActions } from './task-actions.ts';
import { TaskCheckbox } from './task-checkbox.tsx';
import { TaskFacts } from './task-facts.tsx';
import type { Entry } from './task-view.ts';

const TaskDetails = lazy(() => loadPart(() => import('./task-details.tsx')));

interface Props extends Entry {
  actions: TaskActions;
  /** Whether it is selected; nothing while nobody selects. */
  selected: boolean | undefined;
  isOpen: boolean;
  /** What is shown of it is on this device only. */
  isUnsaved: boolean;
  onSelect: (id: number, isRange: boolean) => void;
  onOpen: (id: number | undefined) => void;
  onTag: (tag: string) => void;
}

/** One task: done or not, its title to rename, its facts, and all the rest of it to unfold. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, nested, actions, selected, isOpen, onSelect, onOpen, onTag, ...facts } = props;
  const t = useTranslations('tasks');
  // As it was when somebody began to rename it: another change may come while they type.
  const [seen, setSeen] = useState<Task>();
  const titleButton = useRef<HTMLButtonElement>(null);
  const { id, title, completed } = task;
  // The api has not given it a number yet.
  const draft = id < 0;

  const rename = (next: string | undefined) => {
    // The field goes away: who was typing in it finds the focus on the title, not nowhere.
    flushSync(() => setSeen(undefined));
    if (document.activeElement === document.body) titleButton.current?.focus();
    if (seen && next && next !== seen.title) actions.edit(seen, { title: next });
  };
  const close = () => {
    flushSync(() => onOpen(undefined));
    titleButton.current?.focus();
  };

  return (
    <li
      // Not a list item to the layout: Chromium would count all of a long list again for each row that comes or goes.
      className={clsx(
        'group block rounded-xl [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]',
        nested && 'ms-7',
        draft && !facts.isUnsaved && 'opacity-60',
        isOpen ? 'my-1 bg-paper' : 'hover:bg-paper',
        selected && 'bg-pine-soft hover:bg-pine-soft',
      )}
    >
      <div className="flex items-start gap-1">
        {selected === undefined ? (
          <TaskCheckbox
            checked={completed}
            label={t(completed ? 'reopen' : 'complete', { title })}
            onChange={(checked) => actions.complete(task, checked)}
          />
        ) : (
          <SelectBox
            checked={selected}
            disabled={draft}
            label={t('selectOne', { title })}
            onChange={(isRange) => onSelect(id, isRange)}
          />
        )}
        <div className="min-w-0 flex-1 py-1">
          {seen ? (
            <TitleEditor
              title={seen.title}
              label={draft ? t('rename', { title: seen.title }) : t('renameField', { id })}
              onDone={rename}
            />
          ) : (
            <button
              ref={titleButton}
              type="button"
              data-task={id}
              title={t('rename', { title })}
              onClick={() => setSeen(task)}
              className={clsx(
                'block min-h-9 w-full cursor-text rounded-md px-1 py-1 text-start break-words',
                completed && 'text-ink-soft line-through decoration-line-strong',
              )}
            >
              <bdi>{title}</bdi>
            </button>
          )}
          {task.description && !isOpen && (
            <p className="line-clamp-2 px-1 pb-1 text-sm text-ink-soft">
              <bdi>{task.description}</bdi>
            </p>
          )}
          <TaskFacts task={task} onTag={onTag} {...facts} />
        </div>
        {/* As wide before there is a number, so that nothing moves when it comes. */}
        <span className="min-w-7 px-1 pt-3 text-end text-xs text-ink-soft tabular-nums">
          {!draft && (
            <>
              <span aria-hidden>{t('number', { id })}</span>
              <span className="sr-only">{t('numberSpoken', { id })}</span>
            </>
          )}
        </span>
        <IconButton
          aria-label={t('details', { title })}
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? undefined : lastingNumber(id))}
          className="max-wide:-ms-1 max-wide:w-9 pointer-fine:w-9"
        >
          <ChevronDown
            size={17}
            aria-hidden
            className={clsx('transition-transform', isOpen && 'rotate-180')}
          />
        </IconButton>
        {/* Where one points with a finger it is within the details. */}
        <IconButton
          aria-label={t('delete', { title })}
          onClick={() => actions.remove(task)}
          className="hover:text-danger pointer-coarse:hidden pointer-fine:w-9 focus-visible:opacity-100 pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100"
        >
          <Trash2 size={17} aria-hidden />
        </IconButton>
      </div>
      {isOpen && (
        <Suspense fallback={<div className="skeleton mx-3 mb-3 h-72" />}>
          <TaskDetails task={task} actions={actions} parts={facts.parts} done={facts.done} onClose={close} />
        </Suspense>
      )}
    </li>
  );
});
