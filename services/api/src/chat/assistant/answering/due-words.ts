/** Writes when a task is due in the words of the person's language and zone. @module */
import type { Scene } from '../acting/action.ts';
import type { DueRange } from '../requests.ts';
import { dayOf, wallClock } from '../understanding/zone.ts';

interface Dues {
  due_date?: string | null;
  due_at?: string | null;
}

// Making a format costs more than a whole answer, and few zones are seen by one process.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = clocks.get(key);
  if (known) return known;
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  clocks.set(key, clock);
  return clock;
}

/** "tomorrow", "Fri, Nov 27 at 6:00 PM"; undefined when the task has no due date. */
export function dueWords(task: Dues, { language, now }: Scene): string | undefined {
  const today = dayOf(wallClock(now.instant, now.timeZone));
  if (task.due_date) return language.phrases.due({ date: task.due_date, today });
  if (!task.due_at) return undefined;
  const instant = new Date(task.due_at);
  if (Number.isNaN(instant.getTime())) return undefined;
  const time = clockOf(language.locale, now.timeZone).format(instant);
  return language.phrases.due({ date: dayOf(wallClock(instant, now.timeZone)), time, today });
}

/** Whether a task is due within a range of days, in the person's zone. */
export function isDueWithin(task: Dues, range: DueRange, { now }: Scene): boolean {
  const day =
    task.due_date ?? (task.due_at ? dayOf(wallClock(new Date(task.due_at), now.timeZone)) : undefined);
  if (range.name === 'none') return day === undefined;
  return (
    day !== undefined &&
    (range.from === undefined || day >= range.from) &&
    (range.to === undefined || day <= range.to)
  );
}
