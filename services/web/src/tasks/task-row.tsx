'use client';

import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { IconButton } from '../ui/button.tsx';
import { TaskCheckbox } from './task-checkbox.tsx';
import { TaskFacts } from './task-facts.tsx';
import type { useTaskActions } from './task-queries.ts';
import { TitleEditor } from './title-editor.tsx';

interface Props {
  task: Task;
  actions: Pick<ReturnType<typeof useTaskActions>, 'complete' | 'rename' | 'remove'>;
}

/** One task: done or not, its title to rename, its facts, and the way to the trash. */
export const TaskRow = memo(function TaskRow({ task, actions }: Props) {
  const t = useTranslations('tasks');
  const [editing, setEditing] = useState(false);
  const titleButton = useRef<HTMLButtonElement>(null);
  const { title, completed } = task;
  // Until the api has given it a number nothing can be done to it.
  const draft = task.id < 0;

  const rename = (next: string | undefined) => {
    // The field goes away: who was typing in it finds the focus on the title, not nowhere.
    flushSync(() => setEditing(false));
    if (document.activeElement === document.body) titleButton.current?.focus();
    if (next && next !== title) actions.rename(task, next);
  };

  return (
    <li
      className={clsx(
        'group flex items-start gap-1 rounded-xl [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] hover:bg-paper',
        draft && 'opacity-60',
      )}
    >
      <TaskCheckbox
        checked={completed}
        disabled={draft}
        label={t(completed ? 'reopen' : 'complete', { title })}
        onChange={(checked) => actions.complete(task, checked)}
      />
      <div className="min-w-0 flex-1 py-1">
        {editing ? (
          <TitleEditor title={title} label={t('renameField', { id: task.id })} onDone={rename} />
        ) : (
          <button
            ref={titleButton}
            type="button"
            disabled={draft}
            title={t('rename', { title })}
            onClick={() => setEditing(true)}
            className={clsx(
              'block min-h-9 w-full cursor-text rounded-md px-1 py-1 text-start break-words',
              completed && 'text-ink-soft line-through decoration-line-strong',
            )}
          >
            {title}
          </button>
        )}
        <TaskFacts task={task} />
      </div>
      {!draft && (
        <span className="px-1 pt-3 text-xs text-ink-soft tabular-nums">
          <span aria-hidden>{t('number', { id: task.id })}</span>
          <span className="sr-only">{t('numberSpoken', { id: task.id })}</span>
        </span>
      )}
      <IconButton
        aria-label={t('delete', { title })}
        disabled={draft}
        onClick={() => actions.remove(task)}
        className="hover:text-danger focus-visible:opacity-100 pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100"
      >
        <Trash2 size={17} aria-hidden />
      </IconButton>
    </li>
  );
});
