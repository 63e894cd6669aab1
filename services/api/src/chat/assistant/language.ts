/**
 * What a language has to bring so that the assistant speaks it: words and rules as data, a date reader, and the
 * sentences of the answers. Everything else is the same for every language. `languages/README.md` shows how to add one.
 *
 * @module
 */
import type { PlainText } from './answering/plain-text.ts';
import type { DueRange, ListFilter, Priority, Request, SmallTalk } from './requests.ts';
import type { Asides } from './understanding/asides.ts';
import type { ClauseReader } from './understanding/clause-reader.ts';
import type { Recurs } from './understanding/recurrence.ts';
import type { Spelt, Vocabulary } from './understanding/spelling.ts';

/** One way to say something: the first rule of a language whose pattern fits a clause and whose `read` answers wins. */
export interface Rule {
  name: string;
  pattern: RegExp;
  /** Looks at the clause with its manners ("and …") still on it. */
  raw?: boolean;
  read: (groups: Record<string, string | undefined>, reader: ClauseReader) => Request | undefined;
}

/** A day, and perhaps a time of day, found in a text. */
export interface FoundDate {
  /** Where it stands, and its words. */
  index: number;
  text: string;
  /** `YYYY-MM-DD` on the person's calendar. */
  date: string;
  /** The person's wall clock. */
  time?: { hour: number; minute: number };
  /** The time on any other day, where the next one is not the likely one: "at 11" said at noon. */
  otherwise?: { hour: number; minute: number };
  /** Only a time was named: `date` is merely when the clock shows it next. */
  dayless?: boolean;
  /** The moment itself, when the text names a zone of its own ("6pm UTC"). */
  instant?: Date;
}

export interface Words {
  /** Polite openings and endings that carry no meaning for a command. */
  before: RegExp;
  after: RegExp;
  /** Where one request may end and the next begin; a piece only counts when it is a request of its own. */
  clauseBreak: RegExp;
  /** A break that ends a sentence, so that no title goes on behind it. */
  sentenceBreak: RegExp;
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
  /** What stands between the first and the last number of a range. */
  rangeBreak: RegExp;
  /** 1 for "first", -1 for "last". */
  positions: ReadonlyMap<string, number>;
  /** A place written with digits ("2nd"); the first group holds them. */
  ordinal: RegExp;
  positionSuffix: RegExp;
  /** Several places from an end ("the first two"): the end in the first group, how many in the second. */
  span: RegExp;
  /** "it", "them": the task or the tasks that were spoken of last. */
  one: RegExp;
  many: RegExp;
  /** "the other one", "the others": what is left of those spoken of. A name in the group `words`, several in `many`. */
  other: RegExp;
  /** "task", "the task number", "#": what may stand before a task's number. */
  numberPrefix: RegExp;
  everything: RegExp;
  /** "everything except …": what is left out in the group `except`, the rest in `all`. */
  exception: RegExp;
  referenceFrame: { before: RegExp; after: RegExp };
  priorities: readonly { pattern: RegExp; priority: Priority }[];
  /** More words for a priority, in what is listed only ("my most urgent tasks"). */
  filterPriorities?: readonly { pattern: RegExp; priority: Priority }[];
  priorityValues: readonly { pattern: RegExp; priority: Priority }[];
  statuses: readonly { pattern: RegExp; status: ListFilter['status'] }[];
  /** Tags within a sentence, in the groups `hash`, `named`, `tagged` or `labelled`. */
  tags: RegExp;
  /** A note within a sentence, in the group `description`. */
  description: RegExp;
  /** What is no part of a title at its edges. */
  titleFrame: { before: RegExp; after: RegExp };
  filterNoise: RegExp;
  /** "about …": search words in the group `query`. */
  about: RegExp;
  /** Words before a date that belong to it ("by", "on"), and words after which a date in the middle may stand. */
  dateBefore: RegExp;
  dateAfter: RegExp;
  /** Words that name a part of a day without a clock time, with the hour that is meant. */
  dayParts: readonly { pattern: RegExp; hour: number }[];
  /** Words in or before a date that mean "up to then". */
  until: RegExp;
  /** What ties a day to a thing: "tomorrow's meeting". Global. */
  belongs: RegExp;
  /** Words before or behind a date in what is listed that leave that day itself out. */
  untilBefore: RegExp;
  dueRanges: readonly { pattern: RegExp; range: Exclude<DueRange['name'], 'on' | 'by' | 'within'> }[];
  /** Fits a question about something else, which is not offered as a new task. */
  question: RegExp;
  /** Fits what only tells something ("not on friday"): offered as a new task, and never added unasked. */
  told: RegExp;
  /** Words of commands, in which small typing errors are mended when a message makes no sense otherwise. */
  commands: ReadonlySet<string>;
  yes: RegExp;
  no: RegExp;
  both: RegExp;
}

/** A task as an answer names it: whatever people wrote is safe to stand in a sentence. */
export interface ShownTask {
  id: number;
  /** Empty when only the number is known. */
  title: PlainText;
  completed?: boolean;
  priority?: Priority;
  /** When it is due, in the language's own words. */
  due?: string;
  tags?: readonly PlainText[];
  /** How often it comes again, in the language's own words. */
  recurs?: string;
  description?: PlainText;
}

/** What was asked to be listed. */
export interface ShownFilter {
  status: ListFilter['status'];
  priority?: Priority;
  tag?: PlainText;
  query?: PlainText;
  /** `day` is there for "on" and "by", `from` and `day` for "within" (one of them may be open), in the language's own words. */
  due?: { name: DueRange['name']; day?: string; from?: string };
}

/** What an undo took back, sorted by what became of the tasks. */
export interface Undone {
  removed: readonly ShownTask[];
  restored: readonly ShownTask[];
  completed: readonly ShownTask[];
  reopened: readonly ShownTask[];
  asBefore: readonly ShownTask[];
}

/** The sentences of the answers, in Markdown. */
export interface Phrases {
  added(tasks: readonly ShownTask[]): string;
  /** Like `added`, for words that were only probably meant as a task: it can be taken back with a "no". */
  addedUnasked(task: ShownTask): string;
  askTitle(): string;
  askNewTitle(task: ShownTask): string;
  askNewDue(task: ShownTask): string;
  listed(tasks: readonly ShownTask[], filter: ShownFilter, more: boolean): string;
  counted(count: number, filter: ShownFilter, more: boolean): string;
  /** Tasks that were asked for one by one, with everything that is known of them. */
  described(tasks: readonly ShownTask[]): string;
  /** The answer to somebody who wonders what to do about a task: nothing was changed. */
  considered(task: ShownTask): string;
  /** The answer to whether a task is done. */
  doneOrNot(task: ShownTask): string;
  completed(tasks: readonly ShownTask[], completed: boolean): string;
  already(tasks: readonly ShownTask[], completed: boolean): string;
  deleted(tasks: readonly ShownTask[]): string;
  restored(tasks: readonly ShownTask[]): string;
  /** `title` is the new one; the tasks have their earlier titles. */
  updated(tasks: readonly ShownTask[], changes: { title?: PlainText; what: readonly string[] }): string;
  change: {
    description(text: PlainText): string;
    priority(priority: Priority): string;
    due(due: string | undefined): string;
    recurrence(words: string | undefined): string;
    tags(tags: { added: readonly PlainText[]; removed: readonly PlainText[] | 'all' }): string;
  };
  which(candidates: readonly ShownTask[]): string;
  whichAgain(candidates: readonly ShownTask[]): string;
  didYouMean(words: PlainText, task: ShownTask): string;
  notFound(words: PlainText | undefined, nearest: readonly ShownTask[]): string;
  noNumber(id: number): string;
  /** It was deleted, and can be brought back. */
  inTrash(id: number): string;
  nothingThere(filter: ShownFilter): string;
  noMention(): string;
  trash(tasks: readonly ShownTask[]): string;
  confirmDelete(tasks: readonly ShownTask[], more: boolean): string;
  kept(): string;
  undone(what: Undone): string;
  nothingToUndo(): string;
  /** `sentence` is the tool's own, in English, and may be empty. */
  failed(sentence: PlainText): string;
  offerToAdd(title: PlainText): string;
  nothingToConfirm(): string;
  /** How often, out of the rule. */
  recurrence(rule: string): string;
  talk: Record<SmallTalk, () => string>;
  /** `time` is already written as the locale writes it; both dates are `YYYY-MM-DD`. */
  due(day: { date: string; time?: string; today: string }): string;
}

/** How sure a language is that a message is its own. */
export type Certainty = 'surely' | 'maybe' | 'no';

export interface Language {
  code: string;
  /** For `Intl`: how days and times are written. */
  locale: string;
  /** How the answers are written. */
  direction: 'ltr' | 'rtl';
  /** A request in this language, with which its patterns are tried before anybody writes. */
  example: string;
  /** Whether a message is in this language; quotations in it are left out. */
  speaks: (text: string) => Certainty;
  /** Spelling variants that mean the same (other apostrophes, other forms of a letter) become one; quotations are left out. */
  tidy: (text: string) => string;
  /** Another script of the language, written as the rules know it. */
  written?: (text: string) => Spelt;
  words: Words;
  /** Words in which slips of the finger are mended. */
  vocabulary: Vocabulary;
  /** How people tell why they ask; left out where a language is read as a whole. */
  asides?: Asides;
  /** Other ways to hear a message that makes little sense as it stands; the text is tidy, and so must they be. */
  rereadings?: (text: string) => readonly string[];
  /** A title with what was meant in it: "Buy a gift for Leo" and "Theo". Left out: the whole title was meant. */
  retitled?: (title: string, meant: string) => string;
  rules: readonly Rule[];
  /** Rules for what follows a request about a task and is about the same task ("… and due friday"). */
  continuations: readonly Rule[];
  /** Rules for what is only understood as a whole message. */
  alone?: readonly Rule[];
  phrases: Phrases;
  /** A span of days in what is listed ("in december"), if there is one; like `dates`, but for a whole stretch. */
  spans: (
    text: string,
    today: Date,
  ) => { index: number; text: string; from?: string; to?: string } | undefined;
  /** How often something comes again ("every monday"), where it says so of the task; `instead` takes its place. */
  recurrence: (
    text: string,
  ) => { index: number; length: number; recurs: Recurs; instead: string } | undefined;
  /** Dates in a text, in order. `reference` holds the person's wall clock in its UTC fields. */
  dates: (text: string, reference: Date, timeZone?: string) => readonly FoundDate[];
}
