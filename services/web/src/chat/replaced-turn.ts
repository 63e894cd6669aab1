import type { ChatMessage } from './chat-message.ts';
import { changesIn, type ToolCall } from './tool-call.ts';

/** The turn that answered a message, and nothing when it has no answer (yet). */
export function turnAfter(messages: readonly ChatMessage[], index: number): number | undefined {
  const next = messages[index + 1];
  return next?.role === 'assistant' ? next.metadata?.turn_id : undefined;
}

/** What a turn's answer and those after it have changed, the last first. */
export function changesSince(messages: readonly ChatMessage[], turn: number): ToolCall[] {
  return messages.slice(answerOf(messages, turn)).flatMap(changesIn).reverse();
}

/**
 * The conversation as it goes on from another message in the place of a turn's: what followed is gone, and of answers
 * whose changes stand only these are left, as the api keeps them.
 */
export function withoutTurn(
  messages: readonly ChatMessage[],
  turn: number,
  stands: (call: ToolCall) => boolean,
): ChatMessage[] {
  const answer = answerOf(messages, turn);
  const question = messages.findLastIndex(({ role }, index) => role === 'user' && index < answer);
  return messages.flatMap((message, index) => {
    if (question === -1 || index < question) return [message];
    if (message.role !== 'assistant' || !changesIn(message).some(stands)) return [];
    return [{ ...message, metadata: { ...message.metadata, replaced: true } }];
  });
}

function answerOf(messages: readonly ChatMessage[], turn: number): number {
  const index = messages.findIndex(
    ({ role, metadata }) => role === 'assistant' && metadata?.turn_id === turn,
  );
  return index === -1 ? messages.length : index;
}
