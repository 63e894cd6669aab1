/** @module When a recurring task is due next: days stay days, moments keep their time on the clock. */
import { Temporal } from 'temporal-polyfill';
import { daysOf, LARGEST_COUNT, partsOf, withPart } from './recurrence.ts';

/** A recurring task's own dates. */
export interface Recurring {
  recurrence: string;
  dueDate: string | null;
  dueAt: Date | null;
  /** The time of day that is meant, where a change of the clock moved `dueAt`. */
  recursAt: string | null;
}

const LAST_DAY = '9999-12-31';

/** The first day from today on that the rule names, whatever its interval; undefined when there is none. */
export function firstDay(rule: string, now: Date, timeZone: string): string | undefined {
  const today = wallClock(now, timeZone).toPlainDate();
  const start = today.toString();
  const day = dayAfter(withPart(rule, 'INTERVAL', '1'), start, today.subtract({ days: 1 }).toString());
  const until = partsOf(rule).get('UNTIL');
  return day && until && !isWithin(day, '00:00:00', until, timeZone) ? undefined : day;
}

/** Whether the rule, seen without its end, ever names a day after this one. */
export function comesAgain(rule: string, day: string): boolean {
  return dayAfter(rule, day, day) !== undefined;
}

/** The day of a task that has one, in the person's zone. */
export function dueDay({ dueDate, dueAt }: Omit<Recurring, 'recurrence'>, timeZone: string): string | null {
  return dueDate ?? (dueAt && wallClock(dueAt, timeZone).toPlainDate().toString());
}

/**
 * What follows when the task is completed: the first of the rule's days that is past neither the task's own due date
 * nor now. Null when the rule has come to its end. Days that were missed count where the rule says COUNT.
 */
export function nextDue(task: Recurring, now: Date, timeZone: string): Recurring | null {
  const start = dueDay(task, timeZone);
  if (!start) return null;
  const parts = partsOf(task.recurrence);
  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  const clock = task.dueAt ? (task.recursAt ?? timeOf(task.dueAt, timeZone)) : null;
  const today = wallClock(now, timeZone).toPlainDate().toString();

  const isOver = (day: string) => (clock ? momentOf(day, clock, timeZone) <= now : day <= today);
  let day: string | undefined;
  let passed = 0;
  if (count === undefined) {
    const dayBefore = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
    day = dayAfter(task.recurrence, start, start > dayBefore ? start : dayBefore);
    if (day && isOver(day)) day = dayAfter(task.recurrence, start, day);
  } else {
    day = start;
    do {
      day = dayAfter(task.recurrence, start, day);
      passed += 1;
    } while (day && isOver(day) && passed < LARGEST_COUNT);
    if (passed >= Number(count)) return null;
  }
  if (!day || (until && !isWithin(day, clock ?? '00:00:00', until, timeZone))) return null;

  const recurrence =
    count === undefined
      ? task.recurrence
      : withPart(task.recurrence, 'COUNT', String(Number(count) - passed));
  if (!clock) return { recurrence, dueDate: day, dueAt: null, recursAt: null };
  const dueAt = momentOf(day, clock, timeZone);
  return { recurrence, dueDate: null, dueAt, recursAt: timeOf(dueAt, timeZone) === clock ? null : clock };
}

/** A date that keeps its distance: as far from `to` as it was from `from`, at the same time on the clock. */
export function moved(
  due: { dueDate: string | null; dueAt: Date | null },
  from: string,
  to: string,
  timeZone: string,
): { dueDate: string | null; dueAt: Date | null } {
  const by = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' });
  const later = (day: string) => {
    const moved = Temporal.PlainDate.from(day).add(by).toString();
    return moved <= LAST_DAY && !moved.startsWith('+') ? moved : null;
  };
  const dueDate = due.dueDate && later(due.dueDate);
  const day = due.dueAt && later(wallClock(due.dueAt, timeZone).toPlainDate().toString());
  return {
    dueDate,
    dueAt: due.dueAt && day ? momentOf(day, timeOf(due.dueAt, timeZone), timeZone) : null,
  };
}

function dayAfter(rule: string, start: string, after: string): string | undefined {
  try {
    const day = daysOf(rule, start)
      .next(new Date(`${after}T00:00:00Z`))
      ?.toString()
      .slice(0, 10);
    return day === undefined || day.startsWith('+') ? undefined : day;
  } catch {
    // It looked for years and found none, e.g. 30 February.
    return undefined;
  }
}

/** Whether it lies within UNTIL: a day in the person's zone, or a moment. */
function isWithin(day: string, time: string, until: string, timeZone: string): boolean {
  const [, year, month, date, clock] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?$/.exec(until) ?? [];
  const last = `${year}-${month}-${date}`;
  if (!clock) return day <= last;
  const moment = new Date(`${last}T${clock.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}Z`);
  return momentOf(day, time, timeZone) <= moment;
}

const wallClock = (moment: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);

const timeOf = (moment: Date, timeZone: string) => wallClock(moment, timeZone).toPlainTime().toString();

/** Where the clock skips that time it is later by what was skipped; where it comes twice, the first. */
function momentOf(day: string, time: string, timeZone: string): Date {
  const wall = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(wall.epochMilliseconds);
}
