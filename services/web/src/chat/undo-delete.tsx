'use client';

import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import { useTaskActions, useTasks } from '../tasks/task-queries.ts';

/** Brings a deleted task back; says so instead when it is back already, however that happened. */
export function UndoDelete({ task }: { task: Pick<Task, 'id' | 'title'> }) {
  const t = useTranslations('tools');
  const tasks = useTasks(useUser().id).data;
  const { restore } = useTaskActions();
  if (!tasks) return null;
  if (tasks.some(({ id }) => id === task.id))
    return <span className="px-2 text-ink-soft">{t('undone')}</span>;
  return (
    <button
      type="button"
      onClick={() => restore(task)}
      className="min-h-11 shrink-0 rounded-lg px-3 font-semibold text-pine-deep hover:bg-pine-soft wide:min-h-9"
    >
      {t('undo')}
    </button>
  );
}
