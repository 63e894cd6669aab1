/** The small parsers that a language's rules call: each reads one kind of thing out of a few words. @module */
import type { Language } from '../language.ts';
import type { Changes, ListFilter, Priority, Reference, TaskDraft } from '../requests.ts';
import { type Due, type Now, wholeDate } from './dates.ts';
import { readFilter } from './filters.ts';
import { isQuotation } from './quotes.ts';
import { readReference } from './references.ts';
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
  tags(text: string | undefined): string[];
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
    return { ...shortened(title), ...described, ...details.fields };
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
      const when = due(value);
      if (when) return { ...when };
      const level = priority(value);
      if (level) return { priority: level };
      const title = titleOf(value, restore, language);
      return title ? { title } : undefined;
    },
    priority,
    due,
    tags: (text = '') =>
      plain(text)
        .split(/[\s,]+/)
        .map((tag) => tag.replace(/^#/, '').toLowerCase())
        .filter((tag) => tag !== '' && !words.noise.has(tag)),
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
