/** @module Models that take their time, and what is looked at afterwards. */
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { UIMessage } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import type { Person } from './replicas.ts';

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
/** A step that calls one tool. */
export const toolCall = (toolName: string, input: unknown): LanguageModelV4StreamPart[] => [
  { type: 'tool-call', toolCallId: crypto.randomUUID(), toolName, input: JSON.stringify(input) },
  { type: 'finish', usage, finishReason: { unified: 'tool-calls', raw: undefined } },
];
/** A step that says something. */
export const text = (...deltas: string[]): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id: 't' },
  ...deltas.map((delta) => ({ type: 'text-delta' as const, id: 't', delta })),
  { type: 'text-end', id: 't' },
  { type: 'finish', usage, finishReason: { unified: 'stop', raw: undefined } },
];

/** A model that says a few words, then waits until it is let go on. */
export function pausingModel(before: LanguageModelV4StreamPart[][] = []) {
  const gate = Promise.withResolvers<void>();
  const steps = [...before];
  const model = new MockLanguageModelV4({
    doStream: async ({ abortSignal }) => {
      const step = steps.shift();
      if (step) return { stream: ReadableStream.from(step) };
      const [start, ...rest] = text('Half of it, ', 'and the rest.');
      return {
        stream: ReadableStream.from(
          (async function* () {
            if (start) yield start;
            if (rest[0]) yield rest[0];
            await Promise.race([
              gate.promise,
              new Promise((_resolve, reject) =>
                abortSignal?.addEventListener('abort', () => reject(abortSignal.reason)),
              ),
            ]);
            yield* rest.slice(1);
          })(),
        ),
      };
    },
  });
  return { model, goOn: () => gate.resolve() };
}

/** Reads a stream until the text has begun; the rest can be read on. */
export async function untilText(chunks: AsyncGenerator<{ type: string }>): Promise<void> {
  for (;;) {
    const { value, done } = await chunks.next();
    if (done || value.type === 'text-delta') return;
  }
}

/** The messages of a conversation. */
export async function messagesOf(api: Person, id: number): Promise<UIMessage[]> {
  const response = await api.request(`/api/{me}/conversations/${id}`);
  return ((await response.json()) as { messages: UIMessage[] }).messages;
}

/** The tasks of a person. */
export async function tasksOf(api: Person): Promise<{ title: string }[]> {
  return (await (await api.request('/api/{me}/tasks')).json()) as { title: string }[];
}
