/** @module A task's ETag: the same content has the same tag, on every replica. */
import { createHash } from 'node:crypto';
import { Problem } from '../http/problem.ts';
import { type Task, taskSchema } from './schema.ts';

const FIELDS = taskSchema.keyof().options;

/** The strong validator of RFC 9110, quotes included. */
export function etagOf(task: Task): string {
  const content = JSON.stringify(FIELDS.map((field) => task[field]));
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Whether an If-Match or If-None-Match header names the task as it is. */
export function namesTask(header: string, task: Task): boolean {
  if (header.trim() === '*') return true;
  const current = etagOf(task);
  // A proxy that compresses makes a tag weak; the task it stands for is the same.
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === current);
}

/** Throws 412 when the caller has seen another state of the task than the present one. */
export function checkIfMatch(ifMatch: string | undefined, task: Task): void {
  if (ifMatch === undefined || namesTask(ifMatch, task)) return;
  throw new Problem(412, {
    kind: 'task-changed',
    title: 'The task has changed meanwhile',
    detail: `Task ${task.id} is no longer as If-Match names it: read it again, then repeat the change.`,
    headers: { etag: etagOf(task) },
  });
}
