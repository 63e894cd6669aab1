/** The small parsers that a language's rules call: each reads one kind of thing out of a few words. @module */
import type { Language } from '../language.ts';
import type { Changes, ListFilter, Priority, Reference, Request, TaskDraft } from '../requests.ts';
import { type Due, type Now, takeDate, wholeDate } from './dates.ts';
import { readFilter } from './filters.ts';
import { isQuotation } from './quotes.ts';
import { readReference } from './references.ts';
import { takeRecurrence } from './take-recurrence.ts';
import { takeDetails } from './task-details.ts';

export interface ClauseReader {
  /** A new task out of its description; undefined when nothing is left for a title. */
  draft(text: string | undefined): TaskDraft | undefined;
  /** Several tasks out of an enumeration. */
  drafts(text: string | undefined): TaskDraft[];
  reference(text: string | undefined): Reference | undefined;
  filter(text: string | undefined): ListFilter;
  /** What "change it to …" means: a date, a priority, else a new title. */
  changes(value: string | undefined): Changes | undefined;
  priority(text: string | undefined): Priority | undefined;
  due(text: string | undefined): Due | undefined;
  /** A date at the edge of a text, and the rest. */
  dated(text: string | undefined): { rest: string; due: Due } | undefined;
  /** How often, with the first time, when the whole text says nothing else. */
  recurs(text: string | undefined): Pick<Changes, 'recurrence' | 'due_date' | 'due_at'> | undefined;
  tags(text: string | undefined): string[];
  /** What a part of the clause asks for by itself. */
  request(text: string | undefined): Request | undefined;
  /** Plain words with quotations put back. */
  text(text: string | undefined): string;
}

/** Binds the parsers to a language, a moment and the quotations of one message. */
export function clauseReader(language: Language, now: Now, restore: (text: string) => string): ClauseReader {
  const { words } = language;
  const plain = (text = '') => restore(text).replaceAll(/\s+/g, ' ').trim();
  const priority = (text = '') =>
    isQuotation(text)
      ? undefined
      : words.priorityValues.find(({ pattern }) => pattern.test(text.trim()))?.priority;
  const due = (text = '') => (isQuotation(text) ? undefined : wholeDate(text, language, now));

  const draft = (text = ''): TaskDraft | undefined => {
    const details = takeDetails(text, language, now);
    const title = titleOf(details.title, restore, language);
    if (!title) return undefined;
    const described = details.description ? { description: plain(details.description) } : {};
    const { clock: _only, ...fields } = details.fields;
    return { ...shortened(title), ...described, ...fields };
  };

  return {
    draft,
    drafts: (text = '') =>
      text
        .split(words.itemBreak)
        .map((item) => draft(item))
        .filter((item) => item !== undefined),
    reference: (text = '') => readReference(text, language, now, plain),
    filter: (text = '') => readFilter(text, language, now, plain),
    changes: (value = '') => {
      const often = takeRecurrence(value, language, now);
      if (often && !/[\p{L}\p{N}\uE000]/u.test(often.rest)) {
        const { clock: _only, ...first } = often.due;
        return { recurrence: often.recurrence, ...first };
      }
      const when = due(value);
      if (when) return when;
      const level = priority(value);
      if (level) return { priority: level };
      const title = titleOf(value, restore, language);
      return title ? { title } : undefined;
    },
    priority,
    due,
    dated: (text = '') => {
      const { rest, due: found } = takeDate(text, language, now);
      return found ? { rest, due: found } : undefined;
    },
    recurs: (text = '') => {
      const found = isQuotation(text) ? undefined : takeRecurrence(text.trim(), language, now);
      if (!found || /[\p{L}\p{N}\uE000]/u.test(found.rest)) return undefined;
      const { clock: _only, ...when } = found.due;
      return { recurrence: found.recurrence, ...when };
    },
    tags: (text = '') =>
      plain(text)
        .split(words.itemBreak)
        .flatMap((item) => item.split(/[\s,،]+/))
        .map((tag) => tag.replace(/^#/, '').toLowerCase())
        .filter((tag) => tag !== '' && !words.noise.has(tag)),
    request: () => undefined,
    text: plain,
  };
}

function titleOf(text: string, restore: (text: string) => string, { words }: Language): string {
  const trimmed = text.trim();
  if (isQuotation(trimmed)) return restore(trimmed);
  const bare = trimmed.replace(words.titleFrame.before, '').replace(words.titleFrame.after, '').trim();
  const title = restore(bare).replaceAll(/\s+/g, ' ').trim();
  return bare.startsWith('\uE000') ? title : title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

/** A title too long for a task keeps its beginning; the whole goes into the description. */
function shortened(title: string): { title: string; description?: string } {
  if (title.length <= 200) return { title };
  const cut = title.slice(0, 197);
  const space = cut.lastIndexOf(' ');
  return { title: `${space > 100 ? cut.slice(0, space) : cut}…`, description: title.slice(0, 2000) };
}
