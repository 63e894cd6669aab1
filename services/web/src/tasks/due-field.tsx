'use client';

import { X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { IconButton } from '../ui/button.tsx';
import { dayFromNow, dueOf, type LocalDue, localDue } from './local-time.ts';

interface Props {
  task: Pick<Task, 'due_date' | 'due_at'>;
  onChange: (due: Pick<Task, 'due_date' | 'due_at'>) => void;
}

const small = 'min-h-9 rounded-full border border-line px-3 text-xs hover:bg-sunken';

/** The day a task is due, and the time; it is saved when somebody is done with both. */
export function DueField({ task, onChange }: Props) {
  const t = useTranslations('tasks');
  const was = localDue(task);
  const [typed, setTyped] = useState<LocalDue>();
  const { day, time } = typed ?? was;
  const dayField = useRef<HTMLInputElement>(null);
  const save = (due: LocalDue) => {
    setTyped(undefined);
    if (due.day !== was.day || (due.day && due.time !== was.time)) onChange(dueOf(due));
  };
  const saveTyped = (fields: Element | null) => {
    // Half a date is none to the browser, which must not take away the one there was.
    if (!typed || fields?.querySelector('input:invalid')) setTyped(undefined);
    else save(typed);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) saveTyped(currentTarget);
  };
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) =>
    key === 'Enter' && saveTyped(currentTarget.closest('fieldset'));
  const remove = () => {
    // Its button goes with it.
    dayField.current?.focus();
    save({ day: '', time: '' });
  };
  return (
    <fieldset aria-label={t('dueField')} onBlur={onBlur} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <input
          ref={dayField}
          type="date"
          aria-label={t('day')}
          value={day}
          min="1900-01-01"
          max="9999-12-31"
          onChange={(event) => setTyped({ time, day: event.target.value })}
          onKeyDown={onKeyDown}
          className="field w-auto min-w-36 flex-[2] px-2 py-1"
        />
        <input
          type="time"
          aria-label={t('time')}
          value={time}
          disabled={!day}
          onChange={(event) => setTyped({ day, time: event.target.value })}
          onKeyDown={onKeyDown}
          // As wide as it writes the longest time, whatever the clock has.
          className="field w-auto min-w-31 flex-1 px-2 py-1 disabled:opacity-60"
        />
        {day && (
          <IconButton aria-label={t('noDue')} onClick={remove}>
            <X size={17} aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {(
          [
            ['today', 0],
            ['tomorrow', 1],
            ['inAWeek', 7],
          ] as const
        ).map(([words, days]) => (
          <button
            key={words}
            type="button"
            className={small}
            onClick={() => save({ day: dayFromNow(days), time })}
          >
            {t(words)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
