'use client';

import { CalendarClock, Flag, type LucideIcon, Repeat, Tag, X } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { timeZone } from '../api-client/time-zone.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { dueWords } from './due-words.ts';
import type { Understood } from './read-task.ts';
import { useRecurrenceWords } from './recurrence-words.ts';

export interface PreviewProps {
  understood: Understood | undefined;
  /** These words shall stay in the title. */
  onKeep: (text: string) => void;
}

type Kind = Understood['taken'][number]['kind'];

const icons: Record<Kind, LucideIcon> = { due: CalendarClock, recurrence: Repeat, priority: Flag, tag: Tag };

/** What was understood of a line, before it is added; each reading can be refused. */
export default function QuickAddPreview({ understood, onKeep }: PreviewProps) {
  const t = useTranslations('tasks');
  const locale = formattingLocale(useLocale());
  const recurrenceWords = useRecurrenceWords();
  const taken = understood?.taken ?? [];

  const wordsFor = ({ kind, text }: { kind: Kind; text: string }): string => {
    if (kind === 'tag') return text.slice(1);
    if (kind === 'recurrence') return recurrenceWords(understood?.recurrence ?? '');
    if (kind === 'priority') return t(understood?.priority ?? 'medium');
    const { due_date = null, due_at = null } = understood ?? {};
    const due = dueWords({ due_date, due_at }, { now: new Date(), timeZone: timeZone(), locale });
    return t('due', { when: due?.words ?? '' });
  };
  const facts = taken.map((fact) => ({ ...fact, words: wordsFor(fact) }));
  return (
    <>
      {understood && facts.length > 0 && (
        <div className="rise flex flex-wrap items-center gap-1.5 pt-2 text-sm">
          <bdi className="max-w-full truncate px-1 font-medium">{understood.title}</bdi>
          {facts.map(({ kind, text, words }) => {
            const Icon = icons[kind];
            return (
              <button
                key={kind + text}
                type="button"
                aria-label={t('keepWords', { words, text })}
                title={t('keepWords', { words, text })}
                onClick={() => onKeep(text)}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-pine-soft ps-2.5 pe-2 text-xs text-pine-deep hover:bg-sunken"
              >
                <Icon size={13} aria-hidden />
                <bdi>{words}</bdi>
                <X size={13} aria-hidden className="opacity-70" />
              </button>
            );
          })}
        </div>
      )}
      <p role="status" className="sr-only">
        {facts.length > 0 && t('understood', { facts: facts.map(({ words }) => words).join(', ') })}
      </p>
    </>
  );
}
