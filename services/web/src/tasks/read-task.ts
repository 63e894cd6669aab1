/** @module Reads what is typed as a task: its dates, how it recurs, its tags and its priority. Loaded on demand. */
import * as chrono from 'chrono-node/en';
import { timeZone } from '../api-client/time-zone.ts';
import type { Task } from '../api-client/types.ts';
import { readRecurrence } from './read-recurrence.ts';
import { inEnglish } from './urdu-dates.ts';
import { clockAt, daysAfter, momentOf } from './zoned-time.ts';

export type Understood = Pick<Task, 'title'> &
  Partial<Pick<Task, 'due_date' | 'due_at' | 'recurrence' | 'tags' | 'priority'>> & {
    /** The words that were taken for something else than the title, by what they were taken for. */
    taken: { kind: 'due' | 'recurrence' | 'tag' | 'priority'; text: string }[];
  };

type Parsed = chrono.ParsedResult['start'];

interface Span {
  index: number;
  text: string;
}

const priorities: Record<string, Task['priority']> = {
  '!': 'high',
  '!!': 'high',
  '!high': 'high',
  '!low': 'low',
  '!medium': 'medium',
  '!ضروری': 'high',
};

/** Words that are dates only where a word before them says so: "Buy sun cream". */
const SELDOM_A_DATE = /^(?:sun|sat|mon|fri|wed|mar|may|dec|now|second|sec|weekend|noon|midnight)$/i;
const PART_OF_DAY = /\b(?:tonight|night|morning|afternoon|evening|noon|midnight)\b/i;
const BEFORE_A_DATE = /(?<=^|\s)(?:due|by|on|at|until|till|before)\s+$/i;

/** Takes a line apart; `kept` are words that the person wants to stay in the title. */
export function readTask(line: string, now: Date, kept: readonly string[] = []): Understood {
  const understood: Understood = { title: line, taken: [] };
  const spans: Span[] = [];
  const take = (kind: Understood['taken'][number]['kind'], span: Span): boolean => {
    const text = span.text.trim();
    if (kept.includes(text)) return false;
    understood.taken.push({ kind, text });
    spans.push(span);
    return true;
  };

  for (const { index, 0: text, 1: tag = '' } of line.matchAll(/(?<!\S)#([\p{L}\p{M}\p{N}_-]+)(?!\S)/gu)) {
    // "#12" is the number of a task, or of a house.
    if (!/^\d+$/.test(tag) && take('tag', { index, text }))
      understood.tags = [...(understood.tags ?? []), tag];
  }
  for (const { index, 0: text } of line.matchAll(/(?<!\S)!{1,2}(?:[\p{L}]+)?(?!\S)/gu)) {
    const priority = priorities[text.toLowerCase()];
    if (priority && take('priority', { index, text })) understood.priority = priority;
  }

  const recurrence = readRecurrence(line);
  const recurs = recurrence && take('recurrence', recurrence);
  if (recurs) understood.recurrence = recurrence.rule;
  readDue(without(line, spans), recurs ? recurrence.days : [], now, understood, take);

  const title = without(line, spans).replaceAll(TAKEN, ' ').replaceAll(/\s+/g, ' ').trim();
  // What is nothing but a date is a title after all.
  return title ? { ...understood, title } : { title: line.trim(), taken: [] };
}

/** What was taken leaves this behind, so that all else stays where it is; blanks would be read as a part of a date. */
const TAKEN = '\uE000';

/** The line without what was taken. */
function without(line: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { index, text }) =>
      rest.slice(0, index) + TAKEN.repeat(text.length) + rest.slice(index + text.length),
    line,
  );
}

function readDue(
  line: string,
  days: readonly string[],
  now: Date,
  understood: Understood,
  take: (kind: 'due', span: Span) => boolean,
): void {
  const found = findDate(line, now);
  if (!found) return;
  const { result, span } = found;
  const { start } = result;
  const hasTime = start.isCertain('hour') || PART_OF_DAY.test(result.text);
  const hasDay = ['day', 'weekday'].some((part) => start.isCertain(part as 'day' | 'weekday'));
  if (!take('due', span)) return;
  if (!hasTime) {
    understood.due_date = dayOf(start);
    return;
  }
  const moments =
    hasDay || days.length === 0 ? [momentAt(start)] : days.flatMap((day) => at(day, start, now));
  understood.due_at = new Date(Math.min(...moments.map((moment) => moment.getTime()))).toISOString();
}

/** The time of a result on the next of these weekdays. */
function at(day: string, start: Parsed, now: Date): Date[] {
  const time = `${start.get('hour')}:${two(start.get('minute') ?? 0)}`;
  return datesIn(`${day} ${time}`, now).map((result) => {
    const moment = momentAt(result.start);
    if (moment.getTime() > now.getTime()) return moment;
    const { day: passed, time: sameTime } = clockAt(moment, timeZone());
    return momentOf({ day: daysAfter(passed, 7), time: sameTime }, timeZone());
  });
}

/** All dates in a line; "today" is the day that it is where the person is at home. */
function datesIn(line: string, now: Date): chrono.ParsedResult[] {
  const { day, time } = clockAt(now, timeZone());
  const minute = Math.floor(now.getTime() / 60_000);
  const reference = { instant: now, timezone: Date.parse(`${day}T${time}Z`) / 60_000 - minute };
  return chrono.parse(line, reference, { forwardDate: true });
}

/** The moment that a result names, on the clock of the person, unless it is told in another zone or from now on. */
function momentAt(start: Parsed): Date {
  if (start.isCertain('timezoneOffset')) return start.date();
  const time = `${two(start.get('hour'))}:${two(start.get('minute') ?? 0)}`;
  return momentOf({ day: dayOf(start), time }, timeZone());
}

function dayOf(start: Parsed): string {
  return `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
}

const two = (value: number | null) => String(value ?? 1).padStart(2, '0');

/** The last date in a line: what comes before it is more likely a part of the title. */
function findDate(line: string, now: Date): { result: chrono.ParsedResult; span: Span } | undefined {
  const urdu = inEnglish(line);
  if (urdu) {
    const [result] = datesIn(urdu.english, now);
    return result && { result, span: urdu };
  }
  const result = datesIn(line, now).findLast((one) => !one.end && isDue(one));
  if (!result) return undefined;
  const before = BEFORE_A_DATE.exec(line.slice(0, result.index))?.[0] ?? '';
  const span = { index: result.index - before.length, text: before + result.text };
  return { result, span };
}

function isDue({ text, start }: chrono.ParsedResult): boolean {
  if (SELDOM_A_DATE.test(text)) return false;
  return (
    (['day', 'weekday', 'hour'] as const).some((part) => start.isCertain(part)) ||
    PART_OF_DAY.test(text) ||
    /^next\b/i.test(text)
  );
}
