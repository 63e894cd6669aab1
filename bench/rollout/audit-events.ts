/** @module Whether each person's event stream told everything once. Events of one person are numbered without gaps. */
import type { AcknowledgedTask } from './ledger.ts';

/** One event as a client received it. */
export interface EventRecord {
  id: number;
  type: string;
  taskId?: number;
  /** When it came, in milliseconds. */
  at: number;
}

export interface EventAudit {
  lost: string[];
  doubled: string[];
  /** The longest time from the acknowledgement of a task to its event. */
  slowestMilliseconds: number;
}

/** Compares what one person's stream told with the tasks that this person was acknowledged. */
export function auditEvents(
  userId: string,
  received: readonly EventRecord[],
  tasks: readonly AcknowledgedTask[],
): EventAudit {
  const numbers = new Set<number>();
  const doubled: string[] = [];
  for (const { id } of received) {
    if (numbers.has(id)) doubled.push(`event ${id} of ${userId} came twice`);
    numbers.add(id);
  }
  const lost: string[] = [];
  const [first] = received;
  const last = Math.max(...numbers);
  for (let id = first?.id ?? 1; id < last; id++) {
    if (!numbers.has(id)) lost.push(`event ${id} of ${userId} never came`);
  }

  const made = new Map<number, number>();
  for (const { type, taskId, at } of received) {
    if (type === 'task.created' && taskId !== undefined) made.set(taskId, at);
  }
  let slowestMilliseconds = 0;
  for (const { userId: owner, id, at } of tasks) {
    // What was acknowledged before the stream's first event may have happened before it was open.
    if (owner !== userId || !first || at < first.at) continue;
    const seen = made.get(id);
    if (seen === undefined) lost.push(`no event of ${userId} told that task ${id} was made`);
    else slowestMilliseconds = Math.max(slowestMilliseconds, seen - at);
  }
  return { lost, doubled, slowestMilliseconds };
}
