/** Reads an AI SDK prompt as a conversation: what the person said, and what was called and answered since. @module */
import type { LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from '@ai-sdk/provider';
import type { Outcome, RecordedCall, ToolName } from './memory.ts';

export interface Turn {
  message: string;
  calls: RecordedCall[];
}

const tools: ReadonlySet<string> = new Set<ToolName>([
  'add_task',
  'list_tasks',
  'complete_task',
  'delete_task',
  'update_task',
  'restore_task',
]);

function isTool(name: string): name is ToolName {
  return tools.has(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tool results are data: only their shape is looked at here, their words never. */
function outcomeOf(output: LanguageModelV4ToolResultOutput): Outcome {
  switch (output.type) {
    case 'json':
      return isRecord(output.value) ? { ok: true, value: output.value } : { ok: true, value: {} };
    case 'error-text':
    case 'text':
      return { ok: false, error: output.value };
    default:
      return { ok: false, error: '' };
  }
}

/** The turns of a prompt, the running one last. */
export function readConversation(prompt: LanguageModelV4Prompt): Turn[] {
  const turns: Turn[] = [];
  const byId = new Map<string, RecordedCall>();
  for (const message of prompt) {
    if (message.role === 'user') {
      const text = message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ');
      turns.push({ message: text, calls: [] });
    } else if (message.role === 'assistant') {
      for (const part of message.content) {
        if (part.type !== 'tool-call' || !isTool(part.toolName)) continue;
        const recorded: RecordedCall = {
          tool: part.toolName,
          arguments: isRecord(part.input) ? part.input : {},
        };
        byId.set(part.toolCallId, recorded);
        turns.at(-1)?.calls.push(recorded);
      }
    } else if (message.role === 'tool') {
      for (const part of message.content) {
        const recorded = part.type === 'tool-result' ? byId.get(part.toolCallId) : undefined;
        if (recorded && part.type === 'tool-result') recorded.outcome = outcomeOf(part.output);
      }
    }
  }
  return turns;
}
