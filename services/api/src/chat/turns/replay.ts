/**
 * @module What the stored chunks of a turn say: the message so far, which steps are finished, and where a run that went
 * away has to be taken up again.
 */
import { createUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai';

/** The same chunks with neighbouring pieces of one text put together: each costs time. */
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

/**
 * The message that chunks make, as a browser would see it; of a stream that breaks off what stands before. Only the end
 * is looked at: `readUIMessageStream` copies the whole message for each chunk, which are seconds for hundreds of calls.
 */
export async function messageOf(chunks: readonly UIMessageChunk[], messageId: string): Promise<UIMessage> {
  const said = compacted(chunks);
  let message: UIMessage = { id: messageId, role: 'assistant', parts: [] };
  const stream = createUIMessageStream({
    execute: ({ writer }) => {
      for (const chunk of said) writer.write(chunk);
    },
    onEnd: ({ responseMessage }) => {
      message = responseMessage;
    },
  });
  let read = 0;
  try {
    for await (const _chunk of stream) read += 1;
  } catch {
    return messageOf(said.slice(0, read), messageId);
  }
  return { ...message, id: messageId };
}

/** A call that was asked for; without an outcome when the process went away before it was known. */
export interface StoredCall {
  toolCallId: string;
  toolName: string;
  input: unknown;
  settled: boolean;
  /** Whether the person has to approve it first, or has. */
  approval?: 'requested' | 'approved';
}

export interface StoredStep {
  calls: StoredCall[];
  finished: boolean;
}

/** The steps of a turn in order, without those that were taken back. */
export function stepsOf(chunks: readonly UIMessageChunk[]): StoredStep[] {
  const steps: StoredStep[] = [];
  const asked = new Map<string, StoredCall>();
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
      case 'tool-approval-request': {
        const call = callIn(steps, chunk.toolCallId);
        if (!call) break;
        call.approval = 'requested';
        asked.set(chunk.approvalId, call);
        break;
      }
      case 'tool-approval-response': {
        const call = asked.get(chunk.approvalId);
        if (call && chunk.approved) call.approval = 'approved';
        break;
      }
      case 'tool-output-available':
      case 'tool-output-error':
      case 'tool-output-denied': {
        const call = callIn(steps, chunk.toolCallId);
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

function callIn(steps: readonly StoredStep[], toolCallId: string): StoredCall | undefined {
  return steps.flatMap(({ calls }) => calls).find((call) => call.toolCallId === toolCallId);
}
