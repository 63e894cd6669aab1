import type { DynamicToolUIPart, ToolUIPart, UIMessage } from 'ai';

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

const changes = ['created', 'completed', 'pending', 'deleted', 'updated', 'restored'] as const;

/** What a call has done to a task. */
export type Change = (typeof changes)[number];

export type Fields = Readonly<Record<string, unknown>>;

/** A tool call as the conversation shows it. */
export interface ToolCall {
  tool: string;
  known: ToolName | undefined;
  state: 'running' | 'done' | 'failed' | 'waiting' | 'denied';
  title: string;
  taskId: number | undefined;
  /** What it has changed; nothing when it only looked, or did not get so far. */
  change: Change | undefined;
  /** What the fields that it changed were before. */
  previous: Fields;
  input: unknown;
  output: unknown;
}

/** Whether a part tells of a tool. The SDK's own guard would bring all of the SDK into the page. */
export function isToolPart(part: UIMessage['parts'][number]): part is ToolPart {
  return part.type === 'dynamic-tool' || part.type.startsWith('tool-');
}

/** Reads a tool part, whichever of its forms it comes in. */
export function toolCallOf(part: ToolPart): ToolCall {
  const tool = part.type === 'dynamic-tool' ? part.toolName : part.type.slice('tool-'.length);
  const result = structured(part.output);
  const taskId = numberIn(result, 'task_id') ?? numberIn(part.input, 'task_id');
  const state = stateOf(part);
  const status = textIn(result, 'status');
  return {
    tool,
    known: toolNames.find((name) => name === tool),
    state,
    title: textIn(result, 'title') ?? textIn(part.input, 'title') ?? (taskId ? `#${taskId}` : ''),
    taskId,
    change: state === 'done' ? changes.find((name) => name === status) : undefined,
    previous: fieldsOf(valueIn(result, 'previous')),
    input: part.input,
    output: part.state === 'output-error' ? part.errorText : result,
  };
}

/** What an answer has changed, in order. */
export function changesIn({ parts }: Pick<UIMessage, 'parts'>): ToolCall[] {
  return parts
    .filter(isToolPart)
    .map(toolCallOf)
    .filter(({ change, taskId }) => change !== undefined && taskId !== undefined);
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

/** The fields of anything that has some. */
export function fieldsOf(holder: unknown): Fields {
  return typeof holder === 'object' && holder !== null ? (holder as Fields) : {};
}

function valueIn(holder: unknown, name: string): unknown {
  return fieldsOf(holder)[name];
}

function textIn(holder: unknown, name: string): string | undefined {
  const value = valueIn(holder, name);
  return typeof value === 'string' && value ? value : undefined;
}

function numberIn(holder: unknown, name: string): number | undefined {
  const value = valueIn(holder, name);
  return typeof value === 'number' ? value : undefined;
}
