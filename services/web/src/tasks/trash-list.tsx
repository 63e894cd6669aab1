'use client';

import { RotateCcw } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import { Button } from '../ui/button.tsx';
import { useTasks, useTrash } from './task-queries.ts';

interface Props {
  onRestore: (task: Task) => void;
  onClose: () => void;
  /** Shown until the trash is known. */
  waiting: ReactNode;
}

/** What was deleted, for as long as it is kept. */
export default function TrashList({ onRestore, onClose, waiting }: Props) {
  const t = useTranslations('tasks');
  const shell = useTranslations('shell');
  const { id: userId } = useUser();
  const trash = useTrash(userId);
  // What is on the list again lies here no more, also before the api has been asked.
  const listed = new Set(useTasks(userId).data?.map(({ id }) => id));
  const deleted = trash.data?.filter(({ id }) => !listed.has(id));
  const heading = useRef<HTMLHeadingElement>(null);
  const restore = (task: Task) => {
    // Its row goes away with the button.
    heading.current?.focus();
    onRestore(task);
  };
  const close = ({ currentTarget }: MouseEvent) => {
    // The switch in the toolbar that opened the trash, which stays.
    currentTarget.closest('section')?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    onClose();
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2 px-2 pt-1">
        <h3 ref={heading} tabIndex={-1} className="font-display text-lg font-semibold outline-none">
          {t('trash')}
        </h3>
        <Button look="outline" onClick={close} className="px-3 text-sm">
          {t('closeTrash')}
        </Button>
        <p className="w-full text-sm text-ink-soft">{t('trashLead')}</p>
      </div>
      {trash.isPending && waiting}
      {trash.isError && !deleted && (
        <div role="alert" className="grid justify-items-start gap-3 p-2">
          <p>{t('loadFailed')}</p>
          <Button look="outline" onClick={() => trash.refetch()}>
            {shell('tryAgain')}
          </Button>
        </div>
      )}
      {deleted?.length === 0 && (
        <div className="grid justify-items-center gap-1.5 px-6 py-10 text-center">
          <p className="font-display text-lg">{t('trashEmptyTitle')}</p>
          <p className="max-w-[34ch] text-sm text-ink-soft text-pretty">{t('trashEmpty')}</p>
        </div>
      )}
      <ul aria-label={t('trash')}>
        {deleted?.map((task) => (
          <li
            key={task.id}
            className="flex items-center gap-2 rounded-xl ps-3 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] hover:bg-paper"
          >
            <span className="min-w-0 flex-1 py-2 wrap-anywhere text-ink-soft">
              <bdi>{task.title}</bdi>
            </span>
            <Button
              look="plain"
              aria-label={t('restoreOne', { title: task.title })}
              onClick={() => restore(task)}
              className="px-3 text-sm text-pine-deep hover:bg-pine-soft"
            >
              <RotateCcw size={15} aria-hidden />
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
