/**
 * What a language has to bring so that the assistant speaks it: words and rules as data, a date reader, and the
 * sentences of the answers. Everything else is the same for every language.
 *
 * @module
 */
import type { ParsedResult } from 'chrono-node';
import type { ListFilter, Priority, Request, TaskSummary } from './requests.ts';
import type { ClauseReader } from './understanding/clause-reader.ts';

/** One way to say something: the first rule of a language whose pattern fits a clause and whose `read` answers wins. */
export interface Rule {
  name: string;
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, reader: ClauseReader) => Request | undefined;
}

export interface Words {
  /** Polite openings and endings that carry no meaning for a command. */
  before: RegExp;
  after: RegExp;
  /** Where one request may end and the next begin; a piece only counts when it is a request of its own. */
  clauseBreak: RegExp;
  /** Marks a piece after "and" as a request of its own even when it follows a new task's words. */
  explicit: RegExp;
  /** What stands between the items of a list. */
  itemBreak: RegExp;
  /** Words that say nothing about which task is meant. */
  noise: ReadonlySet<string>;
  /** Irregular forms and synonyms, each to the word that titles use. */
  sameAs: ReadonlyMap<string, string>;
  /** A word's stem, so that "groceries" finds "grocery". */
  stem: (word: string) => string;
  numbers: ReadonlyMap<string, number>;
  /** 1 for "first", -1 for "last". */
  positions: ReadonlyMap<string, number>;
  positionSuffix: RegExp;
  one: RegExp;
  many: RegExp;
  /** "task", "the task number", "#": what may stand before a task's number. */
  numberPrefix: RegExp;
  everything: RegExp;
  referenceFrame: { before: RegExp; after: RegExp };
  priorities: readonly { pattern: RegExp; priority: Priority }[];
  priorityValues: readonly { pattern: RegExp; priority: Priority }[];
  statuses: readonly { pattern: RegExp; status: ListFilter['status'] }[];
  tags: RegExp;
  description: RegExp;
  titleFrame: { before: RegExp; after: RegExp };
  filterNoise: RegExp;
  about: RegExp;
  /** Words before a date that belong to it ("by", "on"), and words after which a date in the middle may stand. */
  dateBefore: RegExp;
  dateAfter: RegExp;
  /** Words that name a part of a day without a clock time, with the hour that is meant. */
  dayParts: readonly { pattern: RegExp; hour: number }[];
  dueRanges: readonly {
    pattern: RegExp;
    range: 'today' | 'tomorrow' | 'this-week' | 'next-week' | 'overdue';
  }[];
  /** Fits a question about something else, which is not offered as a new task. */
  question: RegExp;
  yes: RegExp;
  no: RegExp;
  both: RegExp;
}

/** The sentences of the answers; `tasks` are always data, never read again as words. */
export interface Phrases {
  added(
    tasks: readonly { id: number; title: string; due?: string; priority?: Priority; tags?: string[] }[],
  ): string;
  askTitle(): string;
  askNewTitle(task: string): string;
  listed(
    tasks: readonly TaskSummary[],
    filter: ListFilter,
    more: boolean,
    due: (task: TaskSummary) => string | undefined,
  ): string;
  counted(count: number, filter: ListFilter, more: boolean): string;
  completed(tasks: readonly { id: number; title: string }[], completed: boolean): string;
  already(task: TaskSummary, completed: boolean): string;
  deleted(tasks: readonly { id: number; title: string }[]): string;
  restored(tasks: readonly { id: number; title: string }[]): string;
  updated(task: { id: number; title: string }, changes: { title?: string; what: string[] }): string;
  change: {
    title(): string;
    description(): string;
    priority(priority: Priority): string;
    due(due: string | undefined): string;
    tags(): string;
  };
  which(candidates: readonly TaskSummary[]): string;
  whichAgain(candidates: readonly TaskSummary[]): string;
  didYouMean(words: string, task: TaskSummary): string;
  notFound(words: string, nearest: readonly TaskSummary[]): string;
  noNumber(id: number): string;
  nothingThere(filter: ListFilter): string;
  noMention(): string;
  confirmDelete(tasks: readonly TaskSummary[], more: boolean): string;
  kept(): string;
  /** One sentence of an undo: this task has its earlier fields again. */
  asBefore(task: { id: number; title: string }): string;
  undone(sentences: readonly string[]): string;
  nothingToUndo(): string;
  failed(sentence: string): string;
  offerToAdd(title: string): string;
  nothingToConfirm(): string;
  talk: { greeting(): string; thanks(): string; goodbye(): string; help(): string; unknown(): string };
  due(day: { date: string; time?: string; today: string }): string;
}

export interface Language {
  code: string;
  /** For `Intl`: how days and times are written. */
  locale: string;
  words: Words;
  rules: readonly Rule[];
  phrases: Phrases;
  /** Dates in a text. `reference` holds the person's wall clock in its UTC fields. */
  dates: (text: string, reference: Date) => ParsedResult[];
}
