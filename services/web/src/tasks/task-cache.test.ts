import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadTasks, tasksKey } from './task-cache.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function list() {
  const queries = new QueryClient();
  const asked = vi.fn(async () => []);
  const stop = new QueryObserver(queries, { queryKey: tasksKey('ada-1'), queryFn: asked }).subscribe(
    () => {},
  );
  return { reload: () => reloadTasks(queries, 'ada-1'), asked, stop };
}

test('whoever asks for the list anew in a burst: it is asked for at once, and once more when they pause', async () => {
  const { reload, asked, stop } = list();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledTimes(1);
  reload();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledTimes(2);
  for (let times = 0; times < 50; times++) {
    reload();
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(asked).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveBeenCalledTimes(3);
  stop();
});

test('what is asked for alone, and again after a while, is asked for at once each time', async () => {
  const { reload, asked, stop } = list();
  await vi.advanceTimersByTimeAsync(1);
  for (const times of [2, 3]) {
    reload();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveBeenCalledTimes(times);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveBeenCalledTimes(times);
  }
  stop();
});
