/**
 * What the stored chunks of a turn say: the message so far, which steps are finished, and where a run that went away
 * has to be taken up again.
 *
 * @module
 */
import { readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai';

/** The same chunks with neighbouring pieces of one text put together: a state of the message costs time. */
function compacted(chunks: readonly UIMessageChunk[]): UIMessageChunk[] {
  const result: UIMessageChunk[] = [];
  for (const chunk of chunks) {
    const last = result.at(-1);
    if (chunk.type === 'text-delta' && last?.type === 'text-delta' && last.id === chunk.id) {
      result[result.length - 1] = { ...last, delta: last.delta + chunk.delta };
    } else result.push(chunk);
  }
  return result;
}

/** The message that chunks make, as a browser would see it. */
export async function messageOf(chunks: readonly UIMessageChunk[], messageId: string): Promise<UIMessage> {
  let message: UIMessage = { id: messageId, role: 'assistant', parts: [] };
  for await (const state of readUIMessageStream({
    stream: ReadableStream.from(compacted(chunks)),
    onError: () => {},
  })) {
    message = state;
  }
  return { ...message, id: messageId };
}

/** A call that was asked for; without an outcome when the process went away before it was known. */
export interface StoredCall {
  toolCallId: string;
  toolName: string;
  input: unknown;
  settled: boolean;
}

export interface StoredStep {
  calls: StoredCall[];
  finished: boolean;
}

/** The steps of a turn in order, without those that were taken back. */
export function stepsOf(chunks: readonly UIMessageChunk[]): StoredStep[] {
  const steps: StoredStep[] = [];
  for (const chunk of chunks) {
    const step = steps.at(-1);
    switch (chunk.type) {
      case 'start-step':
        steps.push({ calls: [], finished: false });
        break;
      case 'reset-step':
        if (step) step.calls = [];
        break;
      case 'tool-input-available':
        step?.calls.push({
          toolCallId: chunk.toolCallId,
          toolName: chunk.toolName,
          input: chunk.input,
          settled: false,
        });
        break;
      case 'tool-input-error':
        step?.calls.push({
          toolCallId: chunk.toolCallId,
          toolName: chunk.toolName,
          input: chunk.input,
          settled: true,
        });
        break;
      case 'tool-output-available':
      case 'tool-output-error': {
        const call = steps
          .flatMap(({ calls }) => calls)
          .find(({ toolCallId }) => toolCallId === chunk.toolCallId);
        if (call) call.settled = true;
        break;
      }
      case 'finish-step':
        if (step) step.finished = true;
        break;
    }
  }
  return steps;
}
