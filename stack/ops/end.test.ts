import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilToldToEnd } from './end.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Process extends EventEmitter {
  ppid = 4711;
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('ends at %s, once', async (signal) => {
  const own = new Process();
  const ended = untilToldToEnd(own);
  own.emit(signal);
  await ended;
  expect(own.eventNames()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends when who started it is gone, and not before', async () => {
  const own = new Process();
  const ended = vi.fn();
  untilToldToEnd(own).then(ended);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ended).not.toHaveBeenCalled();
  own.ppid = 1;
  await vi.advanceTimersByTimeAsync(1000);
  expect(ended).toHaveBeenCalledOnce();
});
