/** @module Models that say and do what a test has written down for them. */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';

type Step = LanguageModelV4StreamPart[];

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A step that calls tools, all of them at once. */
export function calling(...calls: [toolName: string, input: unknown][]): Step {
  return [
    ...calls.map(([toolName, input]) => ({
      type: 'tool-call' as const,
      toolCallId: crypto.randomUUID(),
      toolName,
      input: JSON.stringify(input),
    })),
    { type: 'finish', usage, finishReason: { unified: 'tool-calls', raw: undefined } },
  ];
}

/** A step that speaks, and so is the last. */
export function saying(...deltas: string[]): Step {
  return [
    { type: 'text-start', id: 't' },
    ...deltas.map((delta) => ({ type: 'text-delta' as const, id: 't', delta })),
    { type: 'text-end', id: 't' },
    { type: 'finish', usage, finishReason: { unified: 'stop', raw: undefined } },
  ];
}

/** A step that ends for another reason. */
export function ending(unified: 'content-filter' | 'length', ...deltas: string[]): Step {
  return [
    ...(deltas.length > 0 ? saying(...deltas).slice(0, -1) : []),
    { type: 'finish', usage, finishReason: { unified, raw: undefined } },
  ];
}

/** A model that takes these steps, one a call, and keeps what it was asked. An error is thrown as its answer. */
export function scriptedModel(...steps: (Step | Error)[]): {
  model: LanguageModelV4;
  asked: LanguageModelV4CallOptions[];
} {
  const left = [...steps];
  const asked: LanguageModelV4CallOptions[] = [];
  const model = new MockLanguageModelV4({
    doStream: async (options) => {
      asked.push(options);
      const step = left.shift();
      if (!step) throw new Error('the script has ended');
      if (step instanceof Error) throw step;
      return { stream: ReadableStream.from(step) };
    },
  });
  return { model, asked };
}
