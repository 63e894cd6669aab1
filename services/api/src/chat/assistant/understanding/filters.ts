/** Reads which tasks a person wants to see: status, priority, tag, due range, words. @module */
import type { Language } from '../language.ts';
import type { DueRange, ListFilter } from '../requests.ts';
import type { Now } from './dates.ts';
import { dayOf, wallClock } from './zone.ts';

/** The days that a range's name stands for, seen from the person's today. Weeks begin on Monday. */
function rangeOf(name: Language['words']['dueRanges'][number]['range'], now: Now): DueRange {
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
  const named = tag ? (tag.hash ?? tag.named) : undefined;
  if (named) filter.tag = named.replace(/^#/, '').trim().toLowerCase();
  for (const { pattern, range } of words.dueRanges) {
    if (!take(pattern)) continue;
    filter.due = rangeOf(range, now);
    filter.status = 'pending';
    break;
  }
  for (const { pattern, status } of words.statuses) {
    if (!take(pattern)) continue;
    filter.status = status;
    break;
  }
  for (const { pattern, priority } of words.priorities) {
    if (!take(pattern)) continue;
    filter.priority = priority;
    break;
  }
  const left = plain(about ?? rest.replaceAll(words.filterNoise, ' ').replaceAll(/[?!.,;:]+/g, ' '));
  if (left !== '') filter.query = left;
  return filter;
}
