/** @module The agent loop: the AI SDK runs the model and the tools, step by step. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  isStepCount,
  type ModelMessage,
  streamText,
  type ToolSet,
  toUIMessageStream,
  type UIMessageChunk,
} from 'ai';
import { assistantOptions } from './assistant/model.ts';
import { instructionsFor } from './instructions.ts';

/** A turn ends after this many calls of the model, whatever it still wants to do. */
export const STEP_LIMIT = 8;

export interface AgentInput {
  model: LanguageModelV4;
  tools: ToolSet;
  messages: ModelMessage[];
  /** Steps that an earlier run of the same turn has already finished. */
  stepsDone: number;
  /** When the user spoke, and where. */
  now: Date;
  timeZone: string;
  signal: AbortSignal;
  /** Told of the model's errors; the stream only says that there was one. */
  onError: (error: unknown) => void;
}

/** Starts the loop; the stream brings its steps, without the turn's own start and finish. */
export function runAgent(input: AgentInput): ReadableStream<UIMessageChunk> {
  const { model, tools, messages, now, timeZone } = input;
  const result = streamText({
    model,
    tools,
    messages,
    instructions: instructionsFor({ now, timeZone }),
    stopWhen: isStepCount(Math.max(1, STEP_LIMIT - input.stepsDone)),
    // Calls of one step run in the order in which they were asked for: numbers follow the sentence.
    toolCallConcurrency: 1,
    maxOutputTokens: 2000,
    maxRetries: 2,
    timeout: { totalMs: 120_000, stepMs: 60_000, chunkMs: 30_000, toolMs: 20_000 },
    abortSignal: input.signal,
    providerOptions: { [assistantOptions]: { now: now.toISOString(), timeZone } },
    onError: ({ error }) => input.onError(error),
  });
  return toUIMessageStream({ stream: result.stream, tools, sendStart: false, sendFinish: false });
}
