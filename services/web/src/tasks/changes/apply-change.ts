import type { Task } from '../../api-client/types.ts';
import { applyAdd } from './add.ts';
import { applyBulk } from './bulk.ts';
import type { Change } from './change.ts';
import { applyComplete } from './complete.ts';
import { applyEdit } from './edit.ts';
import { applyRemove } from './remove.ts';
import { applyRestore } from './restore.ts';

/** The list as a change leaves it. */
export function applyChange(tasks: readonly Task[], change: Change): Task[] {
  if (change.kind === 'add') return applyAdd(tasks, change);
  if (change.kind === 'edit') return applyEdit(tasks, change);
  if (change.kind === 'complete') return applyComplete(tasks, change);
  if (change.kind === 'remove') return applyRemove(tasks, change);
  if (change.kind === 'restore') return applyRestore(tasks, change);
  return applyBulk(tasks, change);
}
