/** @module An assistant's message as the JSON route answers it. */
import { getToolName, isToolUIPart, type UIMessage } from 'ai';

export interface ToolCallAnswer {
  tool: string;
  arguments: Record<string, unknown>;
  result: unknown;
}

/** The text that was said, without what was said between tool calls twice. */
export function responseOf(message: UIMessage): string {
  return message.parts
    .map((part) => (part.type === 'text' ? part.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** What was done, in order; a call that failed has the reason as its result. */
export function toolCallsOf(message: UIMessage): ToolCallAnswer[] {
  return message.parts.filter(isToolUIPart).map((part) => ({
    tool: getToolName(part),
    arguments: (part.input ?? {}) as Record<string, unknown>,
    result:
      part.state === 'output-available'
        ? part.output
        : { error: part.errorText ?? 'The call was not finished.' },
  }));
}
