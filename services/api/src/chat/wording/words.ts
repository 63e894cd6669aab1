/** @module What the chat says by itself, apart from any model, in the language of the conversation. */

/** Something that a tool has done to a task. */
export interface Deed {
  status: 'created' | 'completed' | 'pending' | 'deleted' | 'updated' | 'restored';
  title: string;
  id: number;
}

/** A call that waits for a yes. */
export interface Planned {
  toolName: string;
  title: string;
  id: number | undefined;
}

/**
 * Why a turn ended early: its model failed, took too long, refused, went on and on, or was cut off in the middle of
 * its words.
 */
export type Trouble = 'failed' | 'slow' | 'refused' | 'limit' | 'cut';

export interface Words {
  /** Why the turn ended, what was done, what was tried in vain, and what to do now. */
  apology(trouble: Trouble, done: readonly Deed[], failed: number): string;
  /** What would be done, and that a yes or a no is waited for. */
  askApproval(calls: readonly Planned[]): string;
  /** Before the built-in assistant answers in the place of a model that did not. */
  takenOver: string;
  /** In the instructions for a model. */
  languageName: string;
}
