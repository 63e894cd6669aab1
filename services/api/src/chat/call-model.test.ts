import { APICallError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { callModel } from './call-model.ts';
import { LIMITS, type TurnLimits } from './limits.ts';
import { createPatience, TooSlow } from './patience.ts';

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const begun: LanguageModelV4StreamPart[] = [
  { type: 'stream-start', warnings: [] },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: 'Well' },
];
const whole: LanguageModelV4StreamPart[] = [
  ...begun,
  { type: 'text-end', id: 't' },
  { type: 'finish', usage, finishReason: { unified: 'stop', raw: undefined } },
];

const saying = (parts: LanguageModelV4StreamPart[]) => async () => ({ stream: ReadableStream.from(parts) });

/** A stream that says this, and then nothing more: it does not even end. */
function silentAfter(parts: LanguageModelV4StreamPart[]) {
  return async () => ({
    stream: new ReadableStream<LanguageModelV4StreamPart>({
      start: (controller) => parts.forEach((part) => void controller.enqueue(part)),
    }),
  });
}

/** What is heard of a model, and what is thrown in the end. */
async function heardOf(
  doStream: () => PromiseLike<{ stream: ReadableStream<LanguageModelV4StreamPart> }>,
  changes: Partial<TurnLimits> = {},
  stopAt?: string,
): Promise<{ types: string[]; error?: unknown }> {
  const limits = { ...LIMITS, ...changes };
  const turn = new AbortController();
  const patience = createPatience(limits, turn.signal);
  const types: string[] = [];
  try {
    const parts = callModel({
      model: new MockLanguageModelV4({ doStream }),
      tools: {},
      messages: [{ role: 'user', content: 'hello' }],
      instructions: 'Be kind.',
      limits,
      now: new Date(),
      timeZone: 'UTC',
      patience,
    });
    for await (const { type } of parts) {
      types.push(type);
      if (type === stopAt) turn.abort(new Error('enough'));
    }
    return { types };
  } catch (error) {
    return { types, error };
  } finally {
    patience.end();
  }
}

describe('a model that', () => {
  it('does not begin is given up', async () => {
    const { error } = await heardOf(silentAfter(begun.slice(0, 1)), { firstChunkMilliseconds: 20 });
    expect(error).toBeInstanceOf(TooSlow);
  });

  it('does not even take the call is given up', async () => {
    const { error } = await heardOf(() => new Promise(() => {}), { firstChunkMilliseconds: 20 });
    expect(error).toBeInstanceOf(TooSlow);
  });

  it('stops in the middle is given up, with what it has said', async () => {
    const { types, error } = await heardOf(silentAfter(begun), { chunkMilliseconds: 20 });
    expect(types).toContain('text-delta');
    expect(error).toBeInstanceOf(TooSlow);
  });

  it('takes too long in all is given up', async () => {
    const { error } = await heardOf(silentAfter(begun), { totalMilliseconds: 20 });
    expect(error).toBeInstanceOf(TooSlow);
  });

  it('is stopped says no more', async () => {
    const { types, error } = await heardOf(saying(whole), {}, 'text-delta');
    expect(types.at(-1)).toBe('text-delta');
    expect(error).toEqual(new Error('enough'));
  });

  it('ends before its answer does has failed', async () => {
    const { error } = await heardOf(saying(begun));
    expect(String(error)).toContain('broke off');
  });

  it('is busy is asked again when it says so, and no other', async () => {
    const busy = (isRetryable: boolean) =>
      new APICallError({
        message: 'busy',
        url: '',
        requestBodyValues: {},
        responseHeaders: { 'retry-after': '0.01' },
        isRetryable,
      });
    const errors = [busy(true), busy(true)];
    const answer = async () => {
      const error = errors.shift();
      if (error) throw error;
      return saying(whole)();
    };
    expect((await heardOf(answer)).types).toContain('finish');
    errors.push(busy(false), busy(false));
    await heardOf(answer);
    expect(errors).toHaveLength(1);
  });
});
