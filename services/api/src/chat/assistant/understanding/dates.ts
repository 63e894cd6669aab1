/** Finds when something is due in what a person wrote, in that person's time zone. @module */
import type { ParsedResult } from 'chrono-node';
import type { Language } from '../language.ts';
import { dayOf, instantOf, wallClock } from './zone.ts';

/** The moment of speaking: an instant and the speaker's IANA zone. */
export interface Now {
  instant: Date;
  timeZone: string;
}

export type Due = { due_date: string } | { due_at: string };

function dueOf(result: ParsedResult, language: Language, now: Now): Due {
  const { start } = result;
  const at = (hour: number, minute: number) =>
    new Date(
      Date.UTC(start.get('year') ?? 1970, (start.get('month') ?? 1) - 1, start.get('day') ?? 1, hour, minute),
    );
  if (start.isCertain('hour')) {
    if (start.isCertain('timezoneOffset')) return { due_at: start.date().toISOString() };
    return {
      due_at: instantOf(at(start.get('hour') ?? 0, start.get('minute') ?? 0), now.timeZone).toISOString(),
    };
  }
  const part = language.words.dayParts.find(({ pattern }) => pattern.test(result.text));
  if (part) return { due_at: instantOf(at(part.hour, 0), now.timeZone).toISOString() };
  return { due_date: dayOf(at(0, 0)) };
}

/** A due day or moment when the whole text is one ("tomorrow at 6pm"), else undefined. */
export function wholeDate(text: string, language: Language, now: Now): Due | undefined {
  const bare = text.trim().replace(language.words.dateBefore, '').trim();
  const results = language.dates(bare, wallClock(now.instant, now.timeZone));
  const [first] = results;
  return results.length === 1 && first && first.index === 0 && first.text.length >= bare.length - 1
    ? dueOf(first, language, now)
    : undefined;
}

/**
 * Takes a due day or moment out of a task's words. Only a date at an edge of the text, or before a word like "to",
 * is a due date; "Plan Friday party" keeps its Friday.
 */
export function takeDate(text: string, language: Language, now: Now): { rest: string; due?: Due } {
  const { words } = language;
  for (const result of language.dates(text, wallClock(now.instant, now.timeZone)).reverse()) {
    const before = text.slice(0, result.index).replace(words.dateBefore, '').trimEnd();
    const after = text.slice(result.index + result.text.length);
    const atEdge = before.trim() === '' || /^[\s.!,;)]*$/.test(after);
    if (!atEdge && !words.dateAfter.test(after)) continue;
    const rest = `${before} ${after.replace(/^[\s,;]+/, '')}`.trim();
    if (rest.replaceAll(/[^\p{L}\p{N}\uE000]/gu, '') === '') continue;
    return { rest, due: dueOf(result, language, now) };
  }
  return { rest: text };
}
