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
}

/** Days (inclusive) between which a task must be due. */
export interface DueRange {
  name: string;
  from?: string;
  to?: string;
}

export interface ListFilter {
  status: 'all' | 'pending' | 'completed';
  priority?: Priority;
  tag?: string;
  query?: string;
  due?: DueRange;
}

/** How a person pointed at one or several tasks. */
export type Reference =
  | { by: 'number'; numbers: number[] }
  | { by: 'position'; positions: number[] }
  | { by: 'mention'; many: boolean }
  | { by: 'words'; words: string }
  | { by: 'filter'; filter: ListFilter };

export interface Changes {
  title?: string;
  description?: string;
  priority?: Priority;
  due_date?: string | null;
  due_at?: string | null;
  addTags?: string[];
  removeTags?: string[];
}

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'unknown';

export type Request =
  | { kind: 'add'; drafts: TaskDraft[] }
  | { kind: 'add-unnamed' }
  | { kind: 'list'; filter: ListFilter; count: boolean }
  | { kind: 'complete'; reference: Reference; completed: boolean; loose?: boolean }
  | { kind: 'delete'; reference: Reference }
  | { kind: 'update'; reference: Reference; changes: Changes }
  | { kind: 'rename-unnamed'; reference: Reference }
  | { kind: 'restore'; reference: Reference }
  | { kind: 'undo' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'talk'; topic: SmallTalk; text: string };
