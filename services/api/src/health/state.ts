/** @module What this process can do at the moment. */

export interface ProcessState {
  /** The tables are up to date: set once. */
  migrated: boolean;
  /** A signal to end has come: still serving, no longer ready. */
  draining: boolean;
}
