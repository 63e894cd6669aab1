import { afterEach, expect, test, vi } from 'vitest';
import { apiStatus, reportApi } from './api-status.ts';
import { request } from './request.ts';

afterEach(() => {
  reportApi('here');
  vi.restoreAllMocks();
});

const input = { path: { user_id: 'ada-1' }, body: { title: 'Milk' } };

/** A server that takes a request and never answers. */
const silent = (_address: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    const { signal } = init ?? {};
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

test('an answer that does not come counts as a lost connection', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(silent);
  const clock = new AbortController();
  const waits = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  const asked = request('post', '/api/{user_id}/tasks', input);
  clock.abort(new DOMException('too late', 'TimeoutError'));
  await expect(asked).rejects.toMatchObject({ status: 0, isAway: true });
  expect(waits).toHaveBeenCalledWith(30_000);
  expect(apiStatus()).toBe('away');
});

test('what is given up says nothing about the api', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(silent);
  const caller = new AbortController();
  const asked = request('post', '/api/{user_id}/tasks', { ...input, signal: caller.signal });
  caller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(apiStatus()).toBe('here');
});
