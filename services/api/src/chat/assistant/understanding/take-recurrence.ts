/** Takes out of a text how often something comes again, with the first day and time that it is due. @module */
import type { Language } from '../language.ts';
import { type Due, type Now, takeDate } from './dates.ts';
import { firstDayOf, ruleOf } from './recurrence.ts';
import { instantOf, wallClock } from './zone.ts';

export interface Recurring {
  rest: string;
  recurrence: string;
  due: Due;
}

const day = 86_400_000;

/** The hour between seven in the morning and seven in the evening that a clock shows so. */
const likelyHour = (hour: number) => (hour % 12 < 7 ? (hour % 12) + 12 : hour % 12);

/** "Standup every monday at 9": the rule, the next Monday at nine, and "Standup". */
export function takeRecurrence(text: string, language: Language, now: Now): Recurring | undefined {
  const found = language.recurrence(text);
  if (!found) return undefined;
  const { index, length, recurs, instead } = found;
  const bare = `${text.slice(0, index)} ${instead}${text.slice(index + length)}`
    .replaceAll(/\s+/g, ' ')
    .trim();
  const { rest, due: said } = takeDate(bare, language, now, { alone: true });
  const recurrence = ruleOf(recurs);
  // A day of its own is the first one: "every monday starting december 7".
  if (said && !said.clock && ('due_date' in said || recurs.weekdays === undefined))
    return { rest, recurrence, due: said };
  const today = wallClock(now.instant, now.timeZone);
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()));
  if (!said || !('due_at' in said)) return { rest, recurrence, due: { due_date: firstDayOf(recurs, from) } };
  const clock = wallClock(new Date(said.due_at), now.timeZone);
  const at = (first: string) => {
    const wall = new Date(`${first}T00:00:00Z`);
    // "Standup at 9:15 every weekday" is in the morning, whatever the time is now.
    const likely = said.clock?.either ? likelyHour(clock.getUTCHours()) : clock.getUTCHours();
    wall.setUTCHours(likely, clock.getUTCMinutes());
    return instantOf(wall, now.timeZone);
  };
  const soonest = at(firstDayOf(recurs, from));
  const moment = soonest > now.instant ? soonest : at(firstDayOf(recurs, new Date(from.getTime() + day)));
  return { rest, recurrence, due: { due_at: moment.toISOString() } };
}
