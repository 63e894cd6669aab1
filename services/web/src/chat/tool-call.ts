import type { DynamicToolUIPart, ToolUIPart } from 'ai';
import type { Task } from '../api-client/types.ts';

export type ToolPart = ToolUIPart | DynamicToolUIPart;

const toolNames = [
  'add_task',
  'list_tasks',
  'complete_task',
  'delete_task',
  'update_task',
  'restore_task',
] as const;

export type ToolName = (typeof toolNames)[number];

/** A tool call as the conversation shows it. */
export interface ToolCall {
  tool: string;
  known: ToolName | undefined;
  state: 'running' | 'done' | 'failed' | 'waiting' | 'denied';
  title: string;
  taskId: number | undefined;
  reopened: boolean;
  input: unknown;
  output: unknown;
}

/** Reads a tool part, whichever of its forms it comes in. */
export function toolCallOf(part: ToolPart): ToolCall {
  const tool = part.type === 'dynamic-tool' ? part.toolName : part.type.slice('tool-'.length);
  const result = structured(part.output);
  const taskId = numberIn(result, 'task_id') ?? numberIn(part.input, 'task_id');
  return {
    tool,
    known: toolNames.find((name) => name === tool),
    state: stateOf(part),
    title: textIn(result, 'title') ?? textIn(part.input, 'title') ?? (taskId ? `#${taskId}` : ''),
    taskId,
    reopened: valueIn(part.input, 'completed') === false || textIn(result, 'status') === 'reopened',
    input: part.input,
    output: part.state === 'output-error' ? part.errorText : result,
  };
}

function stateOf(part: ToolPart): ToolCall['state'] {
  switch (part.state) {
    case 'input-streaming':
    case 'input-available':
      return 'running';
    case 'approval-requested':
    case 'approval-responded':
      return 'waiting';
    case 'output-denied':
      return 'denied';
    case 'output-error':
      return 'failed';
    case 'output-available':
      return valueIn(part.output, 'isError') === true ? 'failed' : 'done';
  }
}

/** The data of an MCP result, which may be beside its text, in its text, or the result itself. */
function structured(output: unknown): unknown {
  const data = valueIn(output, 'structuredContent');
  if (data !== undefined) return data;
  const content = valueIn(output, 'content');
  const text = Array.isArray(content) ? textIn(content[0], 'text') : undefined;
  if (text === undefined) return output;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function valueIn(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function textIn(holder: unknown, name: string): string | undefined {
  const value = valueIn(holder, name);
  return typeof value === 'string' && value ? value : undefined;
}

function numberIn(holder: unknown, name: keyof Task | 'task_id'): number | undefined {
  const value = valueIn(holder, name);
  return typeof value === 'number' ? value : undefined;
}
