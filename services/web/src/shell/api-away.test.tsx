import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderForAda } from '../../test/render-app.tsx';
import { reportApi } from '../api-client/api-status.ts';
import ApiAway from './api-away.tsx';

const refresh = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));

const ask = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
  ask.mockReset();
  refresh.mockReset();
});
afterEach(() => {
  reportApi('here');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passing = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

test('it opens the app by itself, and goes on trying where the service was gone again', async () => {
  ask.mockRejectedValueOnce(new TypeError('no network')).mockImplementation(async () => new Response('null'));
  renderForAda(<ApiAway />);
  expect(screen.getByRole('status').textContent).toContain('opens by itself');
  await passing(3);
  expect(refresh).not.toHaveBeenCalled();
  await passing(2);
  expect(refresh).toHaveBeenCalledTimes(1);
  // The page that was asked for could not say who this is: this is still here.
  await passing(10);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('a question that is never answered is given up, and asked again', async () => {
  ask.mockImplementationOnce(
    (_, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      ),
  );
  ask.mockImplementation(async () => new Response('null'));
  const tooLate = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(tooLate.signal);
  renderForAda(<ApiAway />);
  await passing(3);
  expect(ask).toHaveBeenCalledTimes(1);
  tooLate.abort(new DOMException('too late', 'TimeoutError'));
  await passing(3);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('who was offline is asked for once there is a network, whether or not the browser says so', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  ask.mockRejectedValue(new TypeError('no network'));
  renderForAda(<ApiAway />);
  await passing(5);
  online.mockReturnValue(true);
  ask.mockImplementation(async () => new Response('null'));
  await passing(3);
  expect(refresh).toHaveBeenCalledTimes(1);
  online.mockRestore();
});
