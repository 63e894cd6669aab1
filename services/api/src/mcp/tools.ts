/** @module Every tool of the MCP server, in the order in which agents see them. */
import { z } from '@hono/zod-openapi';
import type { Tool } from './tool.ts';
import { addTask } from './tools/add-task.ts';
import { completeTask } from './tools/complete-task.ts';
import { deleteTask } from './tools/delete-task.ts';
import { listTasks } from './tools/list-tasks.ts';
import { restoreTask } from './tools/restore-task.ts';
import { updateTask } from './tools/update-task.ts';

export const tools: readonly Tool[] = [addTask, listTasks, completeTask, deleteTask, updateTask, restoreTask];

/** How a tool is shown to agents. */
export interface ToolDescription extends Pick<Tool, 'name' | 'title' | 'description' | 'annotations'> {
  inputSchema: z.core.JSONSchema.JSONSchema & { type: 'object' };
  outputSchema: z.core.JSONSchema.JSONSchema & { type: 'object' };
}

/**
 * A JSON Schema without what only lengthens an agent's context (the patterns behind formats, JavaScript's own limits),
 * and with one type in each place: some models' dialects know no lists of types.
 */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const json = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { ...(JSON.parse(JSON.stringify(json), withOneType) as typeof json), type: 'object' as const };
}

function withOneType(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value)) return value;
  const { type: types, ...rest } = value;
  return Array.isArray(types) ? { ...rest, anyOf: types.map((type) => ({ type })) } : value;
}

/** Every tool as agents see it; the schemas are worked out once. */
export const descriptions: readonly ToolDescription[] = tools.map(
  ({ input, output, run: _run, ...shown }) => ({
    ...shown,
    inputSchema: schemaOf(input, 'input'),
    outputSchema: schemaOf(output, 'output'),
  }),
);
