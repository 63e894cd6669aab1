/** @module A stored answer as the stream that once made it, for a request that comes again. */
import { getToolName, isToolUIPart, type UIMessage, type UIMessageChunk } from 'ai';
import { startChunk, type TurnRow } from './turn.ts';

/** The chunks that make this message. */
export function* chunksOf(message: UIMessage, turn: TurnRow): Generator<UIMessageChunk> {
  yield startChunk(turn);
  for (const [index, part] of message.parts.entries()) {
    const id = String(index);
    if (part.type === 'step-start') yield { type: 'start-step' };
    if (part.type === 'text') {
      yield { type: 'text-start', id };
      yield { type: 'text-delta', id, delta: part.text };
      yield { type: 'text-end', id };
    }
    if (!isToolUIPart(part)) continue;
    const { toolCallId } = part;
    yield {
      type: 'tool-input-available',
      toolCallId,
      toolName: getToolName(part),
      input: part.input,
      dynamic: true,
    };
    if (part.approval) {
      const { id: approvalId, isAutomatic, signature, descriptor, approved, reason } = part.approval;
      yield {
        type: 'tool-approval-request',
        approvalId,
        toolCallId,
        ...(descriptor === undefined ? {} : { approvalDescriptor: descriptor }),
        ...(isAutomatic === undefined ? {} : { isAutomatic }),
        ...(signature === undefined ? {} : { signature }),
      };
      if (approved !== undefined) {
        yield { type: 'tool-approval-response', approvalId, approved, ...(reason ? { reason } : {}) };
      }
    }
    if (part.state === 'output-denied') yield { type: 'tool-output-denied', toolCallId };
    if (part.state === 'output-available') {
      yield { type: 'tool-output-available', toolCallId, output: part.output, dynamic: true };
    }
    if (part.state === 'output-error') {
      yield { type: 'tool-output-error', toolCallId, errorText: part.errorText, dynamic: true };
    }
  }
  yield { type: 'finish' };
}
