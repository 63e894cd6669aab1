import type { Task } from '../../api-client/types.ts';

/** Somebody else has changed the same of a task meanwhile. */
export class Conflict extends Error {
  readonly current: Task;
  constructor(current: Task) {
    super('changed elsewhere');
    this.current = current;
  }
}
