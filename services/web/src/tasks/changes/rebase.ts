import type { Task } from '../../api-client/types.ts';
import type { Change, Outcome } from './change.ts';
import { fieldsOfEdit } from './edit.ts';

/**
 * The changes that come after one which was answered. They were made to what that one was expected to leave: now they
 * stand on what it has left, so that only what others do is a conflict. `base` is what the api had before it.
 */
export function rebased(
  later: readonly Change[],
  answered: Change,
  outcome: Outcome,
  base: readonly Task[],
): Change[] {
  if (answered.kind === 'add') {
    const [made] = outcome.failure ? [] : outcome.tasks;
    if (!made) return later.filter((change) => !targetsOf(change).includes(answered.draft));
    const named = later.map((change) => withNumber(change, answered.draft, made.id));
    return standingOn(named, made, Object.keys(made) as (keyof Task)[]);
  }
  const fields = fieldsChanged(answered);
  if (fields.length === 0) return [...later];
  return targetsOf(answered).reduce(
    (changes, id) => {
      const left = outcome.failure
        ? { ...base.find((task) => task.id === id), ...(answered.kind === 'edit' ? answered.seen : {}), id }
        : outcome.tasks.find((task) => task.id === id);
      return left ? standingOn(changes, left, fields) : changes;
    },
    [...later],
  );
}

/** The tasks that a change is about. */
function targetsOf(change: Change): number[] {
  if (change.kind === 'add')
    return [change.draft, ...(change.fields.parent_id ? [change.fields.parent_id] : [])];
  return change.kind === 'bulk' ? change.ids : [change.id];
}

function fieldsChanged(change: Change): (keyof Task)[] {
  if (change.kind === 'edit') return fieldsOfEdit(change.changes);
  if (change.kind !== 'bulk' || change.change.action !== 'change') return [];
  return [...fieldsOfEdit(change.change.changes ?? {}), 'tags'];
}

/** Each field is as it was left until the next change to it. */
function standingOn(
  changes: readonly Change[],
  left: Partial<Task>,
  fields: readonly (keyof Task)[],
): Change[] {
  const open = new Set(fields);
  return changes.map((change) => {
    if (!targetsOf(change).includes(left.id ?? 0)) return change;
    const found =
      change.kind !== 'edit'
        ? change
        : {
            ...change,
            seen: Object.fromEntries(
              Object.entries(change.seen).map(([name, value]) => {
                const field = name as keyof Task;
                return [field, open.has(field) && field in left ? left[field] : value];
              }),
            ),
          };
    for (const field of fieldsChanged(change)) open.delete(field);
    return found;
  });
}

function withNumber(change: Change, draft: number, id: number): Change {
  if (change.kind === 'bulk') return { ...change, ids: change.ids.map((one) => (one === draft ? id : one)) };
  if (change.kind !== 'add') return change.id === draft ? { ...change, id } : change;
  const { fields } = change;
  return fields.parent_id === draft ? { ...change, fields: { ...fields, parent_id: id } } : change;
}
