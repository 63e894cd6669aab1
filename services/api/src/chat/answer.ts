/** @module An assistant's message as the JSON route answers it. */
import { getToolName, isToolUIPart, type UIMessage } from 'ai';
import type { Language } from '../accounts/profile/preferences.ts';
import { type AskedApproval, askedIn } from './approvals/asked-approval.ts';
import type { TurnKey } from './turns/turn.ts';
import type { Words } from './wording/words.ts';
import { wordsFor } from './wording/words-for.ts';

interface ToolCallAnswer {
  tool: string;
  arguments: Record<string, unknown>;
  result: unknown;
}

/** What waits for the person's yes. */
interface ApprovalAnswer {
  turn_id: number;
  expires_at: string;
  calls: { id: string; signature: string; tool: string; arguments: Record<string, unknown>; title: string }[];
}

export interface Answer {
  conversation_id: number;
  response: string;
  tool_calls: ToolCallAnswer[];
  approval?: ApprovalAnswer;
}

/** The answer of a turn; what the person wrote and chose tells the language of the chat's own words. */
export function answerOf(
  turn: TurnKey,
  answer: UIMessage,
  message: string,
  language: Language | null = null,
): Answer {
  const asked = askedIn(answer);
  const response = [responseOf(answer), ...(asked ? [questionOf(asked, wordsFor(message, language))] : [])];
  return {
    conversation_id: turn.conversationId,
    response: response.filter(Boolean).join('\n\n'),
    tool_calls: toolCallsOf(answer),
    ...(asked && { approval: approvalOf(turn, asked) }),
  };
}

/** The text that was said, without what was said between tool calls twice. */
function responseOf(message: UIMessage): string {
  return message.parts
    .map((part) => (part.type === 'text' ? part.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n\n');
}

function questionOf({ calls }: AskedApproval, words: Words): string {
  const planned = calls.map(({ toolName, title, input }) => {
    const { task_id } = argumentsOf(input);
    return { toolName, title, id: typeof task_id === 'number' ? task_id : undefined };
  });
  return words.askApproval(planned);
}

function approvalOf({ turnId }: TurnKey, { calls, expiresAt }: AskedApproval): ApprovalAnswer {
  return {
    turn_id: turnId,
    expires_at: expiresAt.toISOString(),
    calls: calls.map(({ approvalId, signature, toolName, input, title }) => ({
      id: approvalId,
      signature,
      tool: toolName,
      arguments: argumentsOf(input),
      title,
    })),
  };
}

/** What was done, in order; a call that failed has the reason as its result. */
function toolCallsOf(message: UIMessage): ToolCallAnswer[] {
  return message.parts
    .filter(isToolUIPart)
    .filter(({ state }) => state !== 'approval-requested')
    .map((part) => ({
      tool: getToolName(part),
      arguments: argumentsOf(part.input),
      result:
        part.state === 'output-available'
          ? part.output
          : { error: part.errorText ?? part.approval?.reason ?? 'The call was not finished.' },
    }));
}

function argumentsOf(input: unknown): Record<string, unknown> {
  return (input ?? {}) as Record<string, unknown>;
}
