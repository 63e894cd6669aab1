/** Reads which tasks a person wants to see: status, priority, tag, due range, words. @module */
import type { Language, Words } from '../language.ts';
import type { DueRange, ListFilter } from '../requests.ts';
import { type Now, takeDate } from './dates.ts';
import { dayOf, wallClock } from './zone.ts';

/** The days that a range's name stands for, seen from the person's today. Weeks begin on Monday. */
function rangeOf(name: Words['dueRanges'][number]['range'], now: Now): DueRange {
  const wall = wallClock(now.instant, now.timeZone);
  const toSunday = (7 - wall.getUTCDay()) % 7;
  switch (name) {
    case 'today':
      return { name, to: dayOf(wall), from: dayOf(wall) };
    case 'tomorrow':
      return { name, from: dayOf(wall, 1), to: dayOf(wall, 1) };
    case 'this-week':
      return { name, from: dayOf(wall), to: dayOf(wall, toSunday) };
    case 'next-week':
      return { name, from: dayOf(wall, toSunday + 1), to: dayOf(wall, toSunday + 7) };
    case 'none':
      return { name };
    case 'overdue':
      return { name, to: dayOf(wall, -1) };
  }
}

/** Reads a filter; words that fit nothing else become the search text. */
export function readFilter(
  text: string,
  language: Language,
  now: Now,
  plain: (text: string) => string,
): ListFilter {
  const { words } = language;
  let rest = ` ${text.trim()} `;
  const filter: ListFilter = { status: 'all' };
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest);
    if (!match) return undefined;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };

  const about = take(words.about)?.groups?.query;
  const tag =
    words.tags.source && take(new RegExp(words.tags.source, words.tags.flags.replace('g', '')))?.groups;
  const named = tag ? (tag.hash ?? tag.named ?? tag.tagged ?? tag.labelled) : undefined;
  if (named) filter.tag = named.replace(/^#/, '').trim().toLowerCase();
  const span = about === undefined ? language.spans(rest, wallClock(now.instant, now.timeZone)) : undefined;
  if (span) {
    rest = `${rest.slice(0, span.index)} ${rest.slice(span.index + span.text.length)}`;
    const { from, to } = span;
    filter.due = { name: 'within', ...(from ? { from } : {}), ...(to ? { to } : {}) };
    filter.status = 'pending';
  }
  for (const { pattern, range } of words.dueRanges) {
    if (filter.due || !take(pattern)) continue;
    filter.due = rangeOf(range, now);
    filter.status = 'pending';
    break;
  }
  for (const { pattern, status } of words.statuses) {
    if (!take(pattern)) continue;
    filter.status = status;
    break;
  }
  for (const { pattern, priority } of [...words.priorities, ...(words.filterPriorities ?? [])]) {
    if (!take(pattern)) continue;
    filter.priority = priority;
    break;
  }
  if (!filter.due && about === undefined) {
    const { rest: dateless, due, lead } = takeDate(rest.trim(), language, now, { alone: true });
    if (due) {
      const day = 'due_date' in due ? due.due_date : dayOf(wallClock(new Date(due.due_at), now.timeZone));
      const last =
        'due_date' in due && words.untilBefore.test(lead) ? dayOf(new Date(`${day}T00:00:00Z`), -1) : day;
      filter.due = words.until.test(lead) ? { name: 'by', to: last } : { name: 'on', from: day, to: day };
      if (filter.status === 'all') filter.status = 'pending';
      rest = ` ${dateless} `;
    }
  }
  const left = plain(about ?? rest.replaceAll(words.filterNoise, ' ').replaceAll(/[?!.,;:؟۔،؛]+/g, ' '));
  if (left !== '') filter.query = left;
  return filter;
}
