/** @module What the chat itself looks up in the list, through the same server as its model. */
import { LARGEST_PAGE, type Task } from '../../tasks/schema.ts';
import type { ConnectedTools } from '../mcp-tools.ts';

/** A model is told of this many tasks without asking. */
const MOST_TOLD = 25;

async function list(
  tools: ConnectedTools,
  filter: Record<string, unknown>,
  signal: AbortSignal,
): Promise<{ tasks: Task[]; next?: string }> {
  return (await tools.look('list_tasks', filter, signal)) as { tasks: Task[]; next?: string };
}

/** The open tasks that are due first. A turn does without them when they cannot be had. */
export async function openTasks(
  tools: ConnectedTools,
  signal: AbortSignal,
): Promise<{ tasks: Task[]; more: boolean }> {
  try {
    const page = await list(tools, { status: 'pending', sort: 'due', limit: MOST_TOLD }, signal);
    return { tasks: page.tasks, more: page.next !== undefined };
  } catch {
    signal.throwIfAborted();
    return { tasks: [], more: false };
  }
}

/** The titles of tasks by number, those in the trash too; of a very long list only the newest. */
export async function titlesOf(
  tools: ConnectedTools,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  const filter = { sort: '-id', limit: LARGEST_PAGE };
  const pages = await Promise.all([
    list(tools, filter, signal),
    list(tools, { ...filter, status: 'trashed' }, signal),
  ]);
  return new Map(pages.flatMap(({ tasks }) => tasks.map(({ id, title }) => [id, title] as const)));
}
