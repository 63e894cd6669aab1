/** @module What agents can read without calling a tool: the task list and single tasks, as JSON. */
import { TaskNotFound } from '../http/problem.ts';
import { LARGEST_PAGE, type Task } from '../tasks/schema.ts';
import type { ToolContext } from './tool.ts';

const TYPE = 'application/json';
const audience = { audience: ['user', 'assistant'] as ('user' | 'assistant')[] };

/** Resources under an address of their own, as agents see them. */
export const resources = [
  {
    uri: 'todo://tasks',
    name: 'tasks',
    title: 'All tasks',
    description: `Every task that is not in the trash, done or not, at most ${LARGEST_PAGE}; \`next\` is there when there are more: it is the cursor for list_tasks.`,
    mimeType: TYPE,
    annotations: { ...audience, priority: 0.5 },
  },
  {
    uri: 'todo://tasks?status=pending',
    name: 'pending-tasks',
    title: 'Open tasks',
    description: `The tasks that are still to be done, at most ${LARGEST_PAGE}.`,
    mimeType: TYPE,
    annotations: { ...audience, priority: 1 },
  },
];

/** Resources by the number of a task. */
export const resourceTemplates = [
  {
    uriTemplate: 'todo://tasks/{task_id}',
    name: 'task',
    title: 'One task',
    description: 'A task by its number, with its description, tags and dates.',
    mimeType: TYPE,
    annotations: audience,
  },
];

export interface ResourceContents {
  uri: string;
  mimeType: string;
  text: string;
}

/** The contents at an address; undefined when there is nothing for this user. */
export async function readResource(
  { userId, tasks }: ToolContext,
  uri: string,
): Promise<ResourceContents | undefined> {
  const contents = (value: unknown) => ({ uri, mimeType: TYPE, text: JSON.stringify(value) });
  if (uri === 'todo://tasks') {
    return contents(await tasks.list(userId, { status: 'all', limit: LARGEST_PAGE }));
  }
  if (uri === 'todo://tasks?status=pending') {
    return contents(await tasks.list(userId, { status: 'pending', limit: LARGEST_PAGE }));
  }
  const id = /^todo:\/\/tasks\/([1-9]\d{0,9})$/.exec(uri)?.[1];
  if (id === undefined) return undefined;
  try {
    return contents(await tasks.get(userId, Number(id)));
  } catch (error) {
    if (error instanceof TaskNotFound) return undefined;
    throw error;
  }
}

/** Task numbers that begin as was typed, the newest first. */
export async function completeTaskId({ userId, tasks }: ToolContext, typed: string): Promise<string[]> {
  const { tasks: newest } = await tasks.list(userId, { status: 'all', sort: '-id', limit: LARGEST_PAGE });
  return newest.map(({ id }: Task) => String(id)).filter((id) => id.startsWith(typed));
}
