import { request } from '../api-client/request.ts';
import type { Task } from '../api-client/types.ts';

/** The task that completing a recurring one has made; nothing where that cannot be told. */
export async function nextOf(userId: string, { id, title }: Task): Promise<Task | undefined> {
  const query = { status: 'pending', sort: '-id', limit: 20 } as const;
  const newest = await request('get', '/api/{user_id}/tasks', { path: { user_id: userId }, query }).catch(
    () => [],
  );
  return newest.find((task) => task.id > id && task.title === title);
}
