import { timeZone } from '../api-client/time-zone.ts';
import type { Task } from '../api-client/types.ts';
import { clockAt, daysAfter, momentOf } from './zoned-time.ts';

/** A day and a time of day as the fields of a form hold them, on the clock of the person. */
export interface LocalDue {
  day: string;
  time: string;
}

/** The day that lies so many days from now. */
export function dayFromNow(days: number): string {
  return daysAfter(clockAt(new Date(), timeZone()).day, days);
}

/** When a task is due, for a form. */
export function localDue({ due_date, due_at }: Pick<Task, 'due_date' | 'due_at'>): LocalDue {
  if (due_date) return { day: due_date, time: '' };
  const moment = due_at ? new Date(due_at) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) return { day: '', time: '' };
  return clockAt(moment, timeZone());
}

/** What a form holds, as a task has it: a time without a day is none, a day without a time is a day. */
export function dueOf({ day, time }: LocalDue): Pick<Task, 'due_date' | 'due_at'> {
  if (!day) return { due_date: null, due_at: null };
  if (!time) return { due_date: day, due_at: null };
  return { due_date: null, due_at: momentOf({ day, time }, timeZone()).toISOString() };
}
