/** Writes when a task is due in the words of the person's language and zone. @module */
import { dayOf, wallClock } from '../understanding/zone.ts';
import type { Scene } from './action.ts';

/** "tomorrow", "Fri, Nov 27 at 6:00 PM"; undefined when the task has no due date. */
export function dueWords(
  task: { due_date?: string | null; due_at?: string | null },
  { language, now }: Scene,
): string | undefined {
  const today = dayOf(wallClock(now.instant, now.timeZone));
  if (task.due_date) return language.phrases.due({ date: task.due_date, today });
  if (!task.due_at) return undefined;
  const instant = new Date(task.due_at);
  if (Number.isNaN(instant.getTime())) return undefined;
  const time = new Intl.DateTimeFormat(language.locale, {
    timeZone: now.timeZone,
    hour: 'numeric',
    minute: '2-digit',
  }).format(instant);
  return language.phrases.due({ date: dayOf(wallClock(instant, now.timeZone)), time, today });
}

/** Whether a task is due within a range of days, in the person's zone. */
export function isDueWithin(
  task: { due_date?: string | null; due_at?: string | null },
  range: { from?: string; to?: string },
  { now }: Scene,
): boolean {
  const day =
    task.due_date ?? (task.due_at ? dayOf(wallClock(new Date(task.due_at), now.timeZone)) : undefined);
  return (
    day !== undefined &&
    (range.from === undefined || day >= range.from) &&
    (range.to === undefined || day <= range.to)
  );
}
