/**
 * @module One call of a model, within limits. The loop around it is the chat's own (turns/ask-model.ts), and so is the
 * reading of what the model says: the AI SDK's would hold a dozen web streams more for each turn, which are most of its
 * memory and of its work.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import type { ModelMessage, ToolSet } from 'ai';
import { convertToLanguageModelPrompt, prepareTools } from 'ai/internal';
import type { Language } from '../accounts/profile/preferences.ts';
import { assistantOptions } from './assistant/model.ts';
import type { TurnLimits } from './limits.ts';
import type { Patience } from './patience.ts';

/** Calls that a provider says may be made again are, so often. */
const RETRIES = 2;
const RETRY_MILLISECONDS = 2000;
const LONGEST_RETRY_MILLISECONDS = 60_000;

export interface ModelCall {
  model: LanguageModelV4;
  tools: ToolSet;
  messages: ModelMessage[];
  instructions: string;
  limits: TurnLimits;
  /** When the user spoke, and where. */
  now: Date;
  timeZone: string;
  /** The language that they chose, if any. */
  language?: Language | undefined;
  patience: Patience;
}

/** What the model says and asks for. Throws what goes wrong, also a stream that ends before the model has. */
export async function* callModel(call: ModelCall): AsyncGenerator<LanguageModelV4StreamPart> {
  const { patience, limits } = call;
  const { signal } = patience;
  patience.expect(limits.firstChunkMilliseconds);
  const reader = (await unlessAborted(start(call), signal)).getReader();
  // Some streams do not hear of the signal: a reader that is cancelled waits for them no longer.
  const cancel = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  let isWhole = false;
  try {
    for (;;) {
      const { done, value: part } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      if (part.type === 'error') throw part.error;
      if (part.type === 'finish') isWhole = true;
      if (!isAbout(part)) patience.expect(limits.chunkMilliseconds);
      yield part;
    }
    if (!isWhole) throw new Error('the model broke off');
  } finally {
    patience.expect();
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Whether a part says something of the call, and nothing of the answer. */
function isAbout({ type }: LanguageModelV4StreamPart): boolean {
  return type === 'stream-start' || type === 'response-metadata' || type === 'finish';
}

async function start(call: ModelCall): Promise<ReadableStream<LanguageModelV4StreamPart>> {
  const { model, limits, patience } = call;
  const prompt = await promptOf(call);
  const tools = await shownTools(call.tools);
  for (let attempt = 0; ; attempt++) {
    try {
      const { stream } = await model.doStream({
        prompt,
        ...(tools && { tools }),
        toolChoice: { type: 'auto' },
        maxOutputTokens: limits.outputTokens,
        abortSignal: patience.signal,
        providerOptions: optionsOf(call),
      });
      return stream;
    } catch (error) {
      if (!APICallError.isInstance(error) || !error.isRetryable || attempt === RETRIES) throw error;
      await delay(retryAfter(error) ?? RETRY_MILLISECONDS * 2 ** attempt, undefined, {
        signal: patience.signal,
      });
    }
  }
}

async function promptOf({ model, instructions, messages }: ModelCall) {
  return convertToLanguageModelPrompt({
    prompt: { instructions, messages },
    supportedUrls: await model.supportedUrls,
    download: undefined,
  });
}

type ShownTools = LanguageModelV4CallOptions['tools'];

/** The same for every call: worked out once. */
const prepared = new WeakMap<ToolSet, Promise<ShownTools>>();

function shownTools(tools: ToolSet): Promise<ShownTools> {
  const known = prepared.get(tools) ?? prepareTools({ tools });
  prepared.set(tools, known);
  return known;
}

function optionsOf({
  now,
  timeZone,
  language,
}: ModelCall): NonNullable<LanguageModelV4CallOptions['providerOptions']> {
  return {
    [assistantOptions]: { now: now.toISOString(), timeZone, ...(language && { language }) },
    // The history comes from the database each time: what the provider kept may be gone by then.
    openai: { store: false },
  };
}

/** When the provider says that it may be asked again, if it says so. */
function retryAfter({ responseHeaders }: APICallError): number | undefined {
  const milliseconds = Number(responseHeaders?.['retry-after'] ?? Number.NaN) * 1000;
  return milliseconds >= 0 && milliseconds < LONGEST_RETRY_MILLISECONDS ? milliseconds : undefined;
}

/** The same, or the signal's reason as soon as it aborts. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
