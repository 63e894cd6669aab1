import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../test/fake-account.ts';
import { renderForAda } from '../../test/render-app.tsx';
import { readProblem } from '../api-client/read-problem.ts';
import { Failure } from './failure.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function failure(retryAfter?: string) {
  const onRetry = vi.fn();
  const headers = retryAfter ? { 'retry-after': retryAfter } : {};
  const error = await readProblem(refusal(429, 'too-many-requests', {}, headers));
  renderForAda(<Failure error={error} onRetry={onRetry} />);
  return onRetry;
}

test('it is tried again by itself when the api says when', async () => {
  const onRetry = await failure('5');
  expect(screen.getByText('Trying again in 5 seconds')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(4000));
  expect(screen.getByText('Trying again in 1 second')).toBeTruthy();
  expect(onRetry).not.toHaveBeenCalled();
  act(() => void vi.advanceTimersByTime(1500));
  expect(onRetry).toHaveBeenCalledOnce();
});

test.each([undefined, '3600', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
  'with a Retry-After of %s it waits for the person',
  async (retryAfter) => {
    const onRetry = await failure(retryAfter);
    expect(screen.queryByText(/Trying again/)).toBeNull();
    act(() => void vi.advanceTimersByTime(3_700_000));
    expect(onRetry).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  },
);
