import { addressOf } from '../../api-client/address.ts';
import { patience } from '../../api-client/api-status.ts';
import { Problem } from '../../api-client/problem.ts';
import { problemOf } from '../../api-client/problem-of.ts';
import { apiFetch } from '../../api-client/request.ts';
import type { Task } from '../../api-client/types.ts';
import type { Change, Editing } from './change.ts';
import { Conflict } from './conflict.ts';
import { afterEdit } from './edit.ts';
import { isSameValue } from './same-value.ts';

const TRIES = 3;

/**
 * Edits a task. What somebody else changed of its other fields stays; when they changed the same ones, this throws a
 * `Conflict` and changes nothing. `If-Match` keeps out who comes between reading and writing. A task that already is
 * as it shall be is left alone: the answer to an earlier try was lost.
 */
export async function sendEdit(userId: string, { id, seen, changes }: Change<Editing>): Promise<Task[]> {
  const path = { user_id: userId, id };
  for (let attempt = 1; ; attempt += 1) {
    const read = await send('GET', addressOf('get', '/api/{user_id}/tasks/{id}', { path }));
    const current: Task = await read.json();
    if (has(current, afterEdit(changes))) return [current];
    if (!has(current, seen)) throw new Conflict(current);
    const etag = read.headers.get('etag');
    const address = addressOf('patch', '/api/{user_id}/tasks/{id}', { path });
    try {
      const written = await send('PATCH', address, {
        body: JSON.stringify(changes),
        headers: { 'Content-Type': 'application/json', ...(etag ? { 'If-Match': etag } : {}) },
      });
      return [await written.json()];
    } catch (error) {
      if (!(error instanceof Problem && error.status === 412) || attempt === TRIES) throw error;
    }
  }
}

function has(task: Task, values: Partial<Task>): boolean {
  return Object.entries(values).every(([name, value]) => isSameValue(name, task[name as keyof Task], value));
}

async function send(method: string, address: string, init: RequestInit = {}): Promise<Response> {
  const response = await apiFetch(address, { ...init, method, signal: patience() }).catch(() => {
    throw new Problem(0, 'The connection was lost.');
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}
