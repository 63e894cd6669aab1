'use client';

import clsx from 'clsx';
import { CalendarClock, Flag, Tag } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { timeZone } from '../api-client/request.ts';
import type { Task } from '../api-client/types.ts';
import { dueWords } from './due-words.ts';

const tones = { overdue: 'text-danger', soon: 'text-apricot', later: 'text-ink-soft' };

/** Due date, priority and tags in words; nothing where there is nothing to say. */
export function TaskFacts({ task }: { task: Task }) {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const due = dueWords(task, { now: new Date(), timeZone: timeZone(), locale });
  if (!due && task.priority === 'medium' && task.tags.length === 0) return null;
  const late = due?.tone === 'overdue' && !task.completed;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 px-1 pb-1.5 text-xs text-ink-soft">
      {due && (
        <span className={clsx('inline-flex items-center gap-1', !task.completed && tones[due.tone])}>
          <CalendarClock size={13} aria-hidden />
          {t(late ? 'overdue' : 'due', { when: due.words })}
        </span>
      )}
      {task.priority !== 'medium' && (
        <span className={clsx('inline-flex items-center gap-1', task.priority === 'high' && 'text-danger')}>
          <Flag size={13} aria-hidden />
          {t(task.priority)}
        </span>
      )}
      {task.tags.map((tag) => (
        <span key={tag} className="inline-flex items-center gap-1">
          <Tag size={13} aria-hidden />
          {tag}
        </span>
      ))}
    </p>
  );
}
