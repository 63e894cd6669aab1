/**
 * Runs a turn to its end, from its first chunk or from where an earlier run of it was lost. What has been recorded is
 * never asked of the model again, and a call whose outcome is unknown is made again under the same idempotency key.
 *
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  convertToModelMessages,
  generateId,
  isDynamicToolUIPart,
  type UIMessage,
  type UIMessageChunk,
} from 'ai';
import { runAgent, STEP_LIMIT } from '../agent.ts';
import type { History } from '../conversation-store.ts';
import { type ConnectedTools, connectTools, type Fetch } from '../mcp-tools.ts';
import { apology, type Trouble } from './apology.ts';
import type { Ending } from './finish-turn.ts';
import type { LiveTurn } from './live-turn.ts';
import { createRecorder } from './recorder.ts';
import { messageOf, type StoredCall, stepsOf } from './replay.ts';
import { type ChunkBatch, nameOf, startChunk, type TurnRow } from './turn.ts';

export interface RunDependencies {
  model: LanguageModelV4;
  /** What was said before, and what is answered now. */
  history(): Promise<History>;
  fetch: Fetch;
  tokenFor(userId: string): Promise<string>;
  append(batch: ChunkBatch): Promise<boolean>;
  finish(ending: Ending): Promise<boolean>;
  onFailure(error: unknown): void;
}

export interface Control {
  /** Aborted by a stop, by losing the turn, and when this process leaves it. */
  signal: AbortSignal;
  /** Why: only a stop ends the turn. */
  reason(): 'stop' | 'leave' | undefined;
  lose(error?: unknown): void;
}

/** Runs the turn; resolves when this process has nothing more to do with it, with the answer if it was stored. */
export async function runTurn(
  turn: TurnRow,
  stored: readonly ChunkBatch[],
  live: LiveTurn,
  control: Control,
  dependencies: RunDependencies,
): Promise<UIMessage | undefined> {
  const chunks = stored.flatMap((batch) => batch.chunks);
  const keys = new Map<string, string>();
  const steps = { number: 0, calls: 0 };
  const open = new Set<string>();

  /** Keeps count of steps and calls, so that every call has a key of its own that a new run finds again. */
  const note = (chunk: UIMessageChunk) => {
    if (chunk.type === 'start-step') Object.assign(steps, { number: steps.number + 1, calls: 0 });
    if (chunk.type === 'reset-step') Object.assign(steps, { number: steps.number - 1, calls: 0 });
    if (chunk.type === 'tool-input-available') {
      steps.calls += 1;
      keys.set(chunk.toolCallId, `turn:${nameOf(turn)}/${steps.number}/${steps.calls}`);
    }
    if (chunk.type === 'text-start' || chunk.type === 'reasoning-start') open.add(chunk.id);
    if (chunk.type === 'text-end' || chunk.type === 'reasoning-end') open.delete(chunk.id);
  };
  for (const chunk of chunks) note(chunk);

  const recorder = createRecorder({
    lastSequence: stored.at(-1)?.sequence ?? 0,
    recorded: keys.keys(),
    write: dependencies.append,
    onLost: control.lose,
  });
  const emit = (chunk: UIMessageChunk) => {
    note(chunk);
    chunks.push(chunk);
    live.push(chunk);
    recorder.push(chunk);
  };

  const { signal } = control;
  if (chunks.length === 0) emit(startChunk(turn));
  let trouble: Trouble | undefined;
  let tools: ConnectedTools | undefined;
  try {
    const { messages: history, now, timeZone } = await dependencies.history();
    tools = await connectTools({
      fetch: dependencies.fetch,
      token: await dependencies.tokenFor(turn.userId),
      keyOf: (toolCallId) => keys.get(toolCallId) ?? `turn:${nameOf(turn)}/${toolCallId}`,
      beforeCall: (toolCallId) => recorder.recorded(toolCallId),
    });
    const answered = await takeUp(chunks, emit, open, tools, signal);
    const stepsDone = stepsOf(chunks).filter(({ finished }) => finished).length;
    if (!answered && stepsDone < STEP_LIMIT) {
      const partial = await messageOf(chunks, turn.messageId);
      const messages = await convertToModelMessages([...history, ...(stepsDone > 0 ? [partial] : [])], {
        ignoreIncompleteToolCalls: true,
      });
      const { model, onFailure: onError } = dependencies;
      const input = { model, tools: tools.tools, messages, stepsDone, now, timeZone, signal, onError };
      for await (const chunk of runAgent(input)) {
        if (chunk.type === 'error') trouble = 'failed';
        else if (chunk.type !== 'abort') emit(chunk);
        else if (!signal.aborted) trouble = 'failed';
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      trouble = 'failed';
      dependencies.onFailure(error);
    }
  } finally {
    await tools?.close().catch(() => {});
  }

  const reason = control.reason();
  if (signal.aborted && reason !== 'stop') {
    await recorder.flush().catch(() => {});
    live.end();
    return undefined;
  }
  return await end(reason === 'stop' ? 'stopped' : trouble === 'failed' ? 'failed' : 'completed');

  async function end(status: Ending['status']): Promise<UIMessage | undefined> {
    const unfinished = stepsOf(chunks).at(-1)?.finished === false;
    closeOpenParts();
    let message = await messageOf(chunks, turn.messageId);
    const lastStep = message.parts.slice(
      message.parts.findLastIndex(({ type }) => type === 'step-start') + 1,
    );
    const silent = !lastStep.some((part) => part.type === 'text' && part.text.trim() !== '');
    if (status !== 'stopped' && (trouble ?? silent)) {
      say(apology(message, trouble ?? (lastStep.some(isDynamicToolUIPart) ? 'limit' : 'failed')), unfinished);
      message = await messageOf(chunks, turn.messageId);
    } else if (unfinished) emit({ type: 'finish-step' });
    const last: UIMessageChunk =
      status === 'stopped' ? { type: 'abort', reason: 'stopped by the user' } : { type: 'finish' };
    recorder.push(last);
    const rest = await recorder.takeRest();
    try {
      // Whoever sees the last chunk finds the answer stored.
      if (await dependencies.finish({ status, message, rest })) {
        live.push(last);
        return message;
      }
      control.lose();
    } catch (error) {
      control.lose(error);
    } finally {
      live.end();
    }
    return undefined;
  }

  function closeOpenParts(): void {
    const kinds = new Map<string, 'text-end' | 'reasoning-end'>();
    for (const chunk of chunks) {
      if (chunk.type === 'text-start') kinds.set(chunk.id, 'text-end');
      if (chunk.type === 'reasoning-start') kinds.set(chunk.id, 'reasoning-end');
    }
    for (const id of [...open]) emit({ type: kinds.get(id) ?? 'text-end', id });
  }

  function say(text: string, within: boolean): void {
    const id = generateId();
    if (!within) emit({ type: 'start-step' });
    emit({ type: 'text-start', id });
    emit({ type: 'text-delta', id, delta: text });
    emit({ type: 'text-end', id });
    emit({ type: 'finish-step' });
  }
}

/**
 * Mends the last step of a lost run: calls without an outcome are made again, a half-told text is taken back.
 * True when the answer is already complete.
 */
async function takeUp(
  chunks: readonly UIMessageChunk[],
  emit: (chunk: UIMessageChunk) => void,
  open: Set<string>,
  tools: ConnectedTools,
  signal: AbortSignal,
): Promise<boolean> {
  const last = stepsOf(chunks).at(-1);
  if (!last) return false;
  if (last.finished) return last.calls.length === 0;
  open.clear();
  if (last.calls.length === 0) {
    emit({ type: 'reset-step' });
    return false;
  }
  for (const call of last.calls) if (!call.settled) await settle(call, emit, tools, signal);
  emit({ type: 'finish-step' });
  return false;
}

async function settle(
  { toolCallId, toolName, input }: StoredCall,
  emit: (chunk: UIMessageChunk) => void,
  tools: ConnectedTools,
  signal: AbortSignal,
): Promise<void> {
  try {
    const output = await tools.run(toolName, input, toolCallId, signal);
    emit({ type: 'tool-output-available', toolCallId, output, dynamic: true });
  } catch (error) {
    signal.throwIfAborted();
    const errorText = error instanceof Error ? error.message : String(error);
    emit({ type: 'tool-output-error', toolCallId, errorText, dynamic: true });
  }
}
