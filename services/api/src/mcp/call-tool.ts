/** @module Runs one tool: checks its arguments and turns every failure into a sentence that an agent can act on. */
import { z } from '@hono/zod-openapi';
import { Problem, TaskNotFound } from '../http/problem.ts';
import { fieldErrors } from '../http/validation.ts';
import type { Tool, ToolContext } from './tool.ts';

export type ToolOutcome = { ok: true; value: Record<string, unknown> } | { ok: false; sentence: string };

/** Told of errors that are nobody's input: agents only hear that something went wrong. */
export type OnUnexpected = (error: unknown, name: string) => void;

/** Runs a tool for a user; never throws. */
export async function callTool(
  tool: Tool,
  context: ToolContext,
  args: Record<string, unknown>,
  onUnexpected: OnUnexpected,
): Promise<ToolOutcome> {
  const parsed = tool.input.safeParse(args);
  if (!parsed.success)
    return { ok: false, sentence: `${tool.name} was not run: ${mistakes(tool, parsed.error)}.` };
  if (args.user_id !== undefined && args.user_id !== context.userId) {
    return {
      ok: false,
      sentence: `${tool.name} was not run: user_id is not the signed-in user's id. Leave user_id out.`,
    };
  }
  try {
    const value = await tool.run(context, parsed.data);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof TaskNotFound) return { ok: false, sentence: await absent(context, args.task_id) };
    if (error instanceof Problem && error.status < 500) {
      return { ok: false, sentence: `${tool.name} was not done: ${error.message}` };
    }
    onUnexpected(error, tool.name);
    return {
      ok: false,
      sentence: `${tool.name} could not be done because of a problem on the server. Try again in a moment.`,
    };
  }
}

/** Each mistake in the arguments with the way out of it. */
function mistakes(tool: Tool, { issues }: z.ZodError): string {
  const known = tool.input instanceof z.ZodObject ? Object.keys(tool.input.shape).join(', ') : '';
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `there is no argument ${JSON.stringify(key)}, only ${known}`)
        : fieldErrors([issue]).map(({ path, message }) => (path ? `${path} ${message}` : message)),
    )
    .join('; ');
}

/** Says that a task is not there, and what there is instead. */
async function absent({ tasks, userId }: ToolContext, id: unknown): Promise<string> {
  const [trashed, newest] = await Promise.all([
    tasks.list(userId, { status: 'trashed', limit: 500 }),
    tasks.list(userId, { status: 'all', sort: '-id', limit: 3 }),
  ]);
  const thrown = trashed.tasks.find((task) => task.id === id);
  if (thrown)
    return `Task ${thrown.id} (${JSON.stringify(thrown.title)}) is in the trash; restore_task brings it back.`;
  if (newest.tasks.length === 0) return `There is no task ${id}: the list is empty.`;
  const known = newest.tasks.map((task) => `${task.id} ${JSON.stringify(task.title)}`).join(', ');
  return `There is no task ${id}. The newest tasks are ${known}; call list_tasks to see all numbers.`;
}
