/** What a person can ask the built-in assistant for, after understanding and before any task is looked up. @module */

export type Priority = 'low' | 'medium' | 'high';

/** The fields of a new task, as the `add_task` tool takes them. */
export interface TaskDraft {
  title: string;
  description?: string;
  priority?: Priority;
  due_date?: string;
  due_at?: string;
  tags?: string[];
  /** An RFC 5545 RRULE value. */
  recurrence?: string;
  /** The task that this one is a part of. */
  parent_id?: number;
}

/** A task as `list_tasks` shows it; only what the assistant needs to recognise and name it. */
export interface TaskSummary {
  id: number;
  title: string;
  completed: boolean;
  priority?: Priority;
  due_date?: string | null;
  due_at?: string | null;
  tags?: string[];
  description?: string;
  recurrence?: string | null;
}

/** Days (inclusive) between which a task must be due; `none` when it must have no due date. */
export interface DueRange {
  name: 'today' | 'tomorrow' | 'this-week' | 'next-week' | 'overdue' | 'on' | 'by' | 'within' | 'none';
  from?: string;
  to?: string;
}

/** As `list_tasks` has it; a minus sign turns it around. */
export type ListOrder = 'due' | '-priority' | 'title' | 'id' | '-id';

export interface ListFilter {
  status: 'all' | 'pending' | 'completed';
  priority?: Priority;
  tag?: string;
  query?: string;
  due?: DueRange;
  /** By number when it is not said. */
  sort?: ListOrder;
}

/** How a person pointed at one or several tasks. */
export type Reference =
  | { by: 'number'; numbers: number[] }
  | { by: 'position'; positions: number[] }
  | { by: 'mention'; many: boolean }
  /** What is left of the few that were shown or spoken of; `named` is what it was called ("the other call"). */
  | { by: 'other'; many: boolean; named?: { words: string; whole: string } }
  /** `within`: the words of the title stand among others, which tell something about the task. */
  /** `dated`: the words without the day among them, and that day ("tomorrow's meeting"). */
  | { by: 'words'; words: string; within?: true; dated?: { words: string; day: string } }
  | { by: 'filter'; filter: ListFilter; except?: Reference };

/** A time of day; `either` when it was not said whether before or after noon. */
export interface Clock {
  hour: number;
  minute: number;
  either?: boolean;
}

export interface Changes {
  title?: string;
  description?: string;
  priority?: Priority;
  due_date?: string | null;
  due_at?: string | null;
  recurrence?: string | null;
  /** A time of day without a day: the task keeps the day it has. */
  clock?: Clock;
  /** Later by so many days than it is due, or than today; negative for earlier. */
  shift?: number;
  addTags?: string[];
  removeTags?: string[] | 'all';
  /** The same in minutes, for a task that is due at a time. */
  shiftMinutes?: number;
  /** Another day, at the time that it is due already. */
  sameTime?: true;
  /** A word of the title that another takes the place of; `orElse` is the whole title where it does not hold that word. */
  swap?: { from: string; to: string; orElse?: string };
}

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'okay' | 'unknown';

export type Request =
  /** `unasked` when the words are only probably a task; `entire` when the message is this one request and nothing besides. */
  | {
      kind: 'add';
      drafts: TaskDraft[];
      unasked?: boolean;
      entire?: boolean;
      /** The task that the new ones belong to; without it `orElse` is meant. */
      under?: Reference;
      orElse?: Request;
    }
  /** `fields` is what is known of a task that has no title yet. */
  | { kind: 'add-unnamed'; fields?: Partial<TaskDraft> }
  /** `further`: what the list before it was about still holds, unless this one says otherwise. */
  | { kind: 'list'; filter: ListFilter; count: boolean; further?: boolean }
  /** The task spoken of, once more: another day for it, or a new one like it when it is done. */
  | { kind: 'remind-again'; fields: Partial<TaskDraft> }
  | {
      kind: 'complete';
      reference: Reference;
      completed: boolean;
      loose?: boolean;
      orElse?: Request;
      entire?: boolean;
    }
  | { kind: 'list-trash' }
  /** `whether` it is done is what was asked. */
  | { kind: 'show'; reference: Reference; whether?: 'done' }
  /** `doubtful` when the words may mean something else as well: it is asked before. */
  | { kind: 'delete'; reference: Reference; orElse?: Request; doubtful?: true; entire?: boolean }
  /** `orElse` is meant when there is no such task, or none was spoken of; `afterwards`: unless one without a day was just added. */
  | {
      kind: 'update';
      reference: Reference;
      changes: Changes;
      orElse?: Request;
      entire?: boolean;
      afterwards?: true;
    }
  | { kind: 'rename-unnamed'; reference: Reference; orElse?: Request }
  /** Another day, which is asked for. */
  | { kind: 'due-unnamed'; reference: Reference; orElse?: Request }
  | { kind: 'restore'; reference: Reference }
  /** The last request again, for another task; `correct` takes it back for the first, or mends the title just given. */
  | { kind: 'same'; reference: Reference; draft?: TaskDraft }
  | { kind: 'correct'; reference: Reference; title?: string }
  /** `count` changes, else the last turn's; `orElse` is meant when those were no deletions. */
  | { kind: 'undo'; count?: number; orElse?: Request }
  | { kind: 'yes' }
  /** `takesBack`: what was done just now was not wanted, if no question is open. */
  | { kind: 'no'; takesBack?: boolean }
  /** Thinks aloud or asks for advice: whatever is `asked` is not wanted yet. */
  | { kind: 'wonder'; about: string; asked?: Request }
  | { kind: 'talk'; topic: SmallTalk; text: string; draft?: TaskDraft };
