import type { Task } from '../api-client/types.ts';
import { dateFormat } from '../i18n/date-format.ts';
import { clockAt } from './zoned-time.ts';

export interface DueWords {
  words: string;
  tone: 'overdue' | 'soon' | 'later';
}

interface Now {
  now: Date;
  timeZone: string;
  locale: string;
}

const DAY = 86_400_000;

/** When a task is due, as people say it: "tomorrow", "Friday", "today 6 pm", "3 Dec". */
export function dueWords(task: Pick<Task, 'due_date' | 'due_at'>, context: Now): DueWords | undefined {
  if (task.due_date) return describe(task.due_date, undefined, context);
  if (!task.due_at) return undefined;
  const moment = new Date(task.due_at);
  if (Number.isNaN(moment.getTime())) return undefined;
  return describe(clockAt(moment, context.timeZone).day, moment, context);
}

function describe(day: string, moment: Date | undefined, { now, timeZone, locale }: Now): DueWords {
  const today = clockAt(now, timeZone).day;
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  const time = moment && timeOf(moment, timeZone, locale);
  const passed = moment ? moment.getTime() < now.getTime() : distance < 0;
  return {
    words: [dayWords(day, distance, today, locale, Boolean(time)), time].filter(Boolean).join(' '),
    tone: passed ? 'overdue' : distance <= 1 ? 'soon' : 'later',
  };
}

function dayWords(day: string, distance: number, today: string, locale: string, short: boolean): string {
  if (Math.abs(distance) <= 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day');
  }
  // A day has no zone: it is written in the one in which it was parsed.
  const write = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(day));
  if (distance > 1 && distance < 7) return write({ weekday: short ? 'short' : 'long' });
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return write({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

function timeOf(moment: Date, timeZone: string, locale: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone, hour: 'numeric', ...options });
  const parts = format({ minute: '2-digit' }).formatToParts(moment);
  const twelveHours = parts.some(({ type }) => type === 'dayPeriod');
  const fullHour = parts.some(({ type, value }) => type === 'minute' && value === '00');
  if (!twelveHours) return format({ minute: '2-digit' }).format(moment);
  // "am" and "pm" are Latin words: elsewhere the time of day is told as people say it, "5 in the afternoon".
  const english = locale.startsWith('en');
  const text = format({
    ...(fullHour ? {} : { minute: '2-digit' }),
    ...(english ? {} : { dayPeriod: 'short' }),
  }).format(moment);
  return text.replace(/[\s\u202f]?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`);
}
