'use client';

import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { dayFromNow, localDue } from './local-time.ts';
import { type Rule, ruleOf, textOf, weekdays } from './recurrence-rule.ts';
import { useRecurrenceWords, weekdayName } from './recurrence-words.ts';

interface Props {
  task: Pick<Task, 'recurrence' | 'due_date' | 'due_at'>;
  onChange: (recurrence: string | null) => void;
}

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const plainRule: Omit<Rule, 'every'> = {
  interval: 1,
  days: [],
  monthDay: undefined,
  until: undefined,
  count: undefined,
};
const MOST_OFTEN_CHOSEN = 12;

/** How often a task recurs: the common rules to choose from, any other in words. */
export function RecurrenceField({ task, onChange }: Props) {
  const t = useTranslations('tasks');
  const id = useId();
  const locale = formattingLocale(useLocale());
  const recurrenceWords = useRecurrenceWords();
  const rule = task.recurrence ? ruleOf(task.recurrence) : undefined;
  const chosen = task.recurrence ? (rule?.every ?? 'other') : 'never';
  const change = (changes: Partial<Rule>) => rule && onChange(textOf({ ...rule, ...changes }));

  const choose = (every: string) => {
    if (every === 'never') return onChange(null);
    const frequency = frequencies.find((one) => one === every);
    if (frequency) onChange(textOf({ ...plainRule, every: frequency, days: daysFor(frequency, task) }));
  };
  const toggle = (day: string) => {
    const days = rule?.days.includes(day)
      ? rule.days.filter((one) => one !== day)
      : [...(rule?.days ?? []), day];
    // A week with no day in it would be any.
    if (days.length > 0) change({ days: weekdays.filter((one) => days.includes(one)) });
  };

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        <select
          id={id}
          aria-label={t('repeat')}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          className="field w-auto min-w-0 flex-[2] py-1"
        >
          <option value="never">{t('repeatNever')}</option>
          {frequencies.map((every) => (
            <option key={every} value={every}>
              {t(`frequency_${every}`)}
            </option>
          ))}
          {chosen === 'other' && <option value="other">{t('repeatOther')}</option>}
        </select>
        {rule && (
          <select
            aria-label={t('interval')}
            value={rule.interval}
            onChange={(event) => change({ interval: Number(event.target.value) })}
            className="field w-auto min-w-0 flex-[3] py-1"
          >
            {[
              ...new Set([
                ...Array.from({ length: MOST_OFTEN_CHOSEN }, (_, index) => index + 1),
                rule.interval,
              ]),
            ].map((count) => (
              <option key={count} value={count}>
                {t(`interval_${rule.every}`, { count })}
              </option>
            ))}
          </select>
        )}
      </div>
      {rule?.every === 'WEEKLY' && (
        <fieldset aria-label={t('weekdays')} className="flex flex-wrap gap-1">
          {weekdays.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={rule.days.includes(day)}
              aria-label={weekdayName(day, locale)}
              onClick={() => toggle(day)}
              className="min-h-9 min-w-9 rounded-full border border-line px-2 text-xs hover:bg-sunken aria-pressed:border-pine aria-pressed:bg-pine aria-pressed:text-on-pine"
            >
              {weekdayName(day, locale, 'short')}
            </button>
          ))}
        </fieldset>
      )}
      {task.recurrence && (
        <p className="px-1 text-xs text-ink-soft">
          {t('repeatsSo', { often: recurrenceWords(task.recurrence) })}
        </p>
      )}
    </div>
  );
}

/** The weekday on which it is due now is the one on which it recurs. */
function daysFor(every: Rule['every'], task: Props['task']): string[] {
  if (every !== 'WEEKLY') return [];
  const day = localDue(task).day || dayFromNow(0);
  const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
  return weekday ? [weekday] : [];
}
