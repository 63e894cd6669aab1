import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseCheck } from './database-check.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A pool in which every question takes as long as `answer` does. */
function pool(answer: () => Promise<unknown>) {
  const query = vi.fn(answer);
  const fake = Object.assign(new EventEmitter(), { query });
  return {
    query,
    release: (error?: unknown) => fake.emit('release', error),
    pool: fake as unknown as pg.Pool,
  };
}

const never = () => new Promise(() => {});

it('asks where nobody else did', async () => {
  expect(await databaseCheck(pool(async () => {}).pool)()).toBe(true);
  expect(await databaseCheck(pool(() => Promise.reject(new Error('refused'))).pool)()).toBe(false);
});

it('does not wait behind all others while they are answered', async () => {
  const busy = pool(never);
  const isUp = databaseCheck(busy.pool);
  busy.release();
  expect(await isUp()).toBe(true);
  expect(busy.query).not.toHaveBeenCalled();
});

it('takes a database for gone that has answered nobody for a while', async () => {
  const silent = pool(never);
  const isUp = databaseCheck(silent.pool);
  silent.release();
  await vi.advanceTimersByTimeAsync(1_000);
  silent.release(new Error('lost'));
  const checked = isUp();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await checked).toBe(false);
});
