import type { UIMessageChunk } from 'ai';
import { afterEach, expect, it, vi } from 'vitest';
import { streamResponse } from './sse.ts';

afterEach(() => void vi.useRealTimers());

const HOUR = 60 * 60 * 1000;

it('keeps a quiet stream alive, and nothing longer than that', async () => {
  vi.useFakeTimers();
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>();
  async function* chunks(): AsyncGenerator<UIMessageChunk> {
    yield { type: 'start' };
    await broken;
  }
  const reader = streamResponse(chunks, 1).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('data: {"type":"start"}\n\n');
  vi.advanceTimersByTime(15_000);
  expect((await reader?.read())?.value).toBe(': keep-alive\n\n');
  breakOff(new Error('the database is away'));
  await expect(reader?.read()).rejects.toThrow('the database is away');
  // A timer that still wrote would throw where nobody can catch it.
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(HOUR);
});

it('piles nothing up for a client that does not read', async () => {
  vi.useFakeTimers();
  async function* chunks(signal: AbortSignal): AsyncGenerator<UIMessageChunk> {
    yield { type: 'start' };
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  }
  const reader = streamResponse(chunks, 1).body?.getReader();
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: {"type":"start"}\n\n');
  expect(await Promise.race([reader?.read(), 'nothing'])).toBe('nothing');
  await reader?.cancel();
});
