import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SilentEventSource } from '../../test/browser-setup.ts';
import { refusal } from '../../test/fake-account.ts';
import { ada, renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { reportApi } from '../api-client/api-status.ts';
import { useTasks } from '../tasks/task-queries.ts';
import { useLiveUpdates } from './live-updates.ts';

const reload = vi.fn();

function List() {
  useLiveUpdates(ada.id);
  return (
    <p>
      {useTasks(ada.id)
        .data?.map(({ title }) => title)
        .join(', ')}
    </p>
  );
}

beforeEach(() => reload.mockReset());
afterEach(() => {
  reportApi('here');
  vi.unstubAllGlobals();
});

/** A page with a list, whose stream the api then refuses to open again. */
async function refusedPage() {
  const api = withFakeApi();
  vi.stubGlobal('location', { ...window.location, href: window.location.href, reload });
  api.store.add({ title: 'Buy milk' });
  renderForAda(<List />);
  await screen.findByText('Buy milk');
  const refuse = () =>
    act(() => {
      const source = SilentEventSource.latest as SilentEventSource;
      source.readyState = SilentEventSource.CLOSED;
      source.onerror?.();
    });
  return { api, refuse };
}

test.each([
  [401, 'unauthorized'],
  [403, 'not-yours'],
])('who is signed out elsewhere sees it at once: %d %s', async (status, kind) => {
  const { api, refuse } = await refusedPage();
  api.answerOnce(refusal(status, kind), (path) => path.endsWith('/tasks'));
  refuse();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test('a stream that is refused for another reason leaves the page as it is', async () => {
  const { api, refuse } = await refusedPage();
  api.store.add({ title: 'Call mom' });
  refuse();
  await screen.findByText('Buy milk, Call mom');
  expect(reload).not.toHaveBeenCalled();
});

test('while the api is away nothing more is asked of it', async () => {
  const { api, refuse } = await refusedPage();
  act(() => reportApi('away'));
  const asked = api.requests.length;
  refuse();
  await act(async () => {});
  expect(api.requests).toHaveLength(asked);
});
