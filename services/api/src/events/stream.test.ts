import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NumberedEvent } from './events.ts';
import { eventStream, type StreamEnd } from './stream.ts';

const QUARTER_MINUTE = 15_000;
const ended: StreamEnd[] = [];
let leaving: AbortController;
/** How many events were taken out of the database. */
let taken = 0;

beforeEach(() => {
  vi.useFakeTimers();
  leaving = new AbortController();
  taken = ended.length = 0;
});
afterEach(() => vi.useRealTimers());

async function* news(count: number, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
  for (let id = 1; id <= count; id++) {
    taken = id;
    yield { id, type: 'task.created', task: { title: `Task ${id}` } as never };
  }
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

function open(count: number, gapAt?: number) {
  const stream = eventStream({
    gapAt,
    leaving: leaving.signal,
    subscribe: (signal) => news(count, signal),
    onEnd: (reason) => ended.push(reason),
  });
  const reader = stream.getReader();
  const next = async () => {
    const { value } = await reader.read();
    return value && new TextDecoder().decode(value);
  };
  return { reader, next };
}

it('tells events one by one, and comments while there are none', async () => {
  const { next } = open(1);
  expect(await next()).toBe('retry: 1000\n\n');
  expect(await next()).toBe(
    'event: task\ndata: {"type":"task.created","task":{"title":"Task 1"}}\nid: 1\n\n',
  );
  for (let quiet = 0; quiet < 5; quiet++) {
    const comment = next();
    await vi.advanceTimersByTimeAsync(QUARTER_MINUTE);
    expect(await comment).toBe(':\n\n');
  }
  expect(ended).toEqual([]);
});

it('says at first when what the reader knew is not what is there', async () => {
  const { next } = open(0, 7);
  expect(await next()).toBe('retry: 1000\n\nevent: reset\ndata: {"type":"reset"}\nid: 7\n\n');
});

it('holds next to nothing for a reader who does not read, and cuts them off', async () => {
  const { reader } = open(1000);
  await vi.advanceTimersByTimeAsync(QUARTER_MINUTE);
  expect(taken).toBeLessThan(5);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(QUARTER_MINUTE);
  expect(ended).toEqual(['stalled']);
  expect(taken).toBeLessThan(5);
  await expect(reader.closed).rejects.toThrow('nobody reads');
  expect(vi.getTimerCount()).toBe(0);
});

it('waits for a reader who is slow but reads', async () => {
  const { next } = open(1000);
  for (let read = 0; read < 20; read++) {
    await next();
    await vi.advanceTimersByTimeAsync(QUARTER_MINUTE);
  }
  expect(ended).toEqual([]);
});

it('ends with the process, and with the reader', async () => {
  const first = open(0);
  await first.next();
  leaving.abort();
  expect(await first.next()).toBeUndefined();
  expect(ended).toEqual(['leaving']);
  leaving = new AbortController();
  const second = open(0);
  await second.next();
  await second.reader.cancel();
  expect(ended).toEqual(['leaving', 'closed']);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends without a word of what went wrong when its events cannot be had', async () => {
  const stream = eventStream({
    leaving: leaving.signal,
    // biome-ignore lint/correctness/useYield: it fails before its first event
    subscribe: async function* () {
      throw new Error('select * from secrets');
    },
    onEnd: (reason) => ended.push(reason),
  });
  expect(await new Response(stream).text()).toBe('retry: 1000\n\n');
  expect(ended).toEqual(['broken']);
});
