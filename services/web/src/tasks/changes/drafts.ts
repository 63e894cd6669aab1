import type { Task } from '../../api-client/types.ts';
import type { NewTask } from './change.ts';

/** @module Tasks that have no number of the api's yet: theirs are negative, and become real ones. */

const numbers = new Map<number, number>();
const births = new Map<number, number>();
const PER_MILLISECOND = 1000;
let last = 0;

/** A number for a draft that no other has, in whichever tab it was made; later ones are further from zero. */
export function newDraftNumber(): number {
  const first = Date.now() * PER_MILLISECOND + Math.floor(Math.random() * PER_MILLISECOND);
  last = Math.max(first, last + 1);
  return -last;
}

/** The api has given a draft its number. */
export function nameDraft(draft: number, id: number): void {
  numbers.set(draft, id);
  births.set(id, draft);
}

/** The number of a task now, which somebody may still hold as a draft. */
export function presentNumber(id: number): number {
  return numbers.get(id) ?? id;
}

/** What stays the same of a task when it gets its number. */
export function lastingNumber(id: number): number {
  return births.get(id) ?? id;
}

/** A task as it will be. */
export function draftTask({ title, ...fields }: NewTask, id: number, at: string): Task {
  return {
    id,
    title: title.trim(),
    description: '',
    completed: false,
    priority: 'medium',
    due_date: null,
    due_at: null,
    tags: [],
    recurrence: null,
    parent_id: null,
    created_at: at,
    updated_at: at,
    ...fields,
  };
}
