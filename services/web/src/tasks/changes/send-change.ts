/** @module What is needed once something was changed: it is loaded then. */
import { Problem } from '../../api-client/problem.ts';
import { request } from '../../api-client/request.ts';
import type { Task } from '../../api-client/types.ts';
import type { Adding, BulkChanging, Change, Completing, Removing, Restoring } from './change.ts';
import { sendEdit } from './send-edit.ts';

export { rebased } from './rebase.ts';

/** Sends a change to the api, which does it once however often it is sent; the tasks as the api has them then. */
export function sendChange(userId: string, change: Change): Promise<Task[]> {
  if (change.kind === 'add') return sendAdd(userId, change);
  if (change.kind === 'edit') return sendEdit(userId, change);
  if (change.kind === 'complete') return sendComplete(userId, change);
  if (change.kind === 'remove') return sendRemove(userId, change);
  if (change.kind === 'restore') return sendRestore(userId, change);
  return sendBulk(userId, change);
}

async function sendAdd(userId: string, { fields, key }: Change<Adding>): Promise<Task[]> {
  const path = { user_id: userId };
  return [await request('post', '/api/{user_id}/tasks', { path, body: fields, idempotencyKey: key })];
}

/** Which way is said: sent twice it does it once. */
async function sendComplete(userId: string, { id, completed }: Change<Completing>): Promise<Task[]> {
  const path = { user_id: userId, id };
  return [await request('patch', '/api/{user_id}/tasks/{id}/complete', { path, body: { completed } })];
}

async function sendRemove(userId: string, { id }: Change<Removing>): Promise<Task[]> {
  try {
    await request('delete', '/api/{user_id}/tasks/{id}', { path: { user_id: userId, id } });
  } catch (error) {
    // It is gone, as was wanted: an answer was lost, or somebody else was faster.
    if (!(error instanceof Problem && error.status === 404)) throw error;
  }
  return [];
}

/** A task that is not in the trash any more is left as it is: sent twice it does it once. */
async function sendRestore(userId: string, { id }: Change<Restoring>): Promise<Task[]> {
  return [await request('post', '/api/{user_id}/tasks/{id}/restore', { path: { user_id: userId, id } })];
}

async function sendBulk(userId: string, { ids, change, key }: Change<BulkChanging>): Promise<Task[]> {
  const { tasks } = await request('post', '/api/{user_id}/tasks/bulk', {
    path: { user_id: userId },
    body: { ...change, ids },
    idempotencyKey: key,
  });
  // What lies in the trash now is not of the list.
  return change.action === 'delete' ? [] : tasks;
}
