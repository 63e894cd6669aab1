'use client';

import clsx from 'clsx';
import { CalendarClock, CloudOff, CornerDownRight, Flag, ListTree, Repeat, Tag } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { timeZone } from '../api-client/time-zone.ts';
import { loadPart } from '../browser/load-part.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { dueWords } from './due-words.ts';
import type { Entry } from './task-view.ts';

const RecurrenceWords = lazy(() => loadPart(() => import('./recurrence-line.tsx')));

const tones = { overdue: 'text-danger', soon: 'text-apricot', later: 'text-ink-soft' };

interface Props extends Omit<Entry, 'nested'> {
  isUnsaved: boolean;
  onTag: (tag: string) => void;
}

/** Due date, rule, parts, priority and tags in words; nothing where there is nothing to say. */
export function TaskFacts({ task, partOf, done, parts, isUnsaved, onTag }: Props) {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const due = dueWords(task, { now: new Date(), timeZone: timeZone(), locale: formattingLocale(locale) });
  const { recurrence, priority, tags, completed } = task;
  if (
    !isUnsaved &&
    !due &&
    !recurrence &&
    !partOf &&
    parts === 0 &&
    priority === 'medium' &&
    tags.length === 0
  )
    return null;
  const late = due?.tone === 'overdue' && !completed;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 px-1 pb-1.5 text-xs text-ink-soft">
      {isUnsaved && (
        <span className="inline-flex items-center gap-1 text-apricot">
          <CloudOff size={13} aria-hidden />
          {t('unsaved')}
        </span>
      )}
      {due && (
        <span className={clsx('inline-flex items-center gap-1', !completed && tones[due.tone])}>
          <CalendarClock size={13} aria-hidden />
          {t(late ? 'overdue' : 'due', { when: due.words })}
        </span>
      )}
      {recurrence && (
        <span className="inline-flex items-center gap-1">
          <Repeat size={13} aria-hidden />
          <Suspense fallback={t('repeat')}>
            <RecurrenceWords recurrence={recurrence} />
          </Suspense>
        </span>
      )}
      {parts > 0 && (
        <span className="inline-flex items-center gap-1 tabular-nums">
          <ListTree size={13} aria-hidden className="rtl:-scale-x-100" />
          {t('progress', { done, parts })}
        </span>
      )}
      {partOf && (
        <span className="inline-flex max-w-full items-center gap-1">
          <CornerDownRight size={13} aria-hidden className="shrink-0 rtl:-scale-x-100" />
          <span className="truncate">{t('partOf', { title: partOf })}</span>
        </span>
      )}
      {priority !== 'medium' && (
        <span className={clsx('inline-flex items-center gap-1', priority === 'high' && 'text-danger')}>
          <Flag size={13} aria-hidden />
          {t(priority)}
        </span>
      )}
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          title={t('showTag', { tag })}
          onClick={() => onTag(tag)}
          className="-my-1 inline-flex min-h-6 items-center gap-1 rounded py-1 hover:text-ink hover:underline"
        >
          <Tag size={13} aria-hidden />
          <bdi>{tag}</bdi>
        </button>
      ))}
    </p>
  );
}
