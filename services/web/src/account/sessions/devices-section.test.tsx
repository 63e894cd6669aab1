import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import DevicesSection from './devices-section.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const isolated = /[\u2068\u2069]/g;

async function devices() {
  const api = withFakeApi();
  renderAccount(<DevicesSection />);
  const list = await screen.findByRole('list', { name: 'Signed-in devices' });
  const rows = () =>
    within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent?.replaceAll(isolated, ''));
  return { api, list, rows };
}

test('devices are told in words, this one first, which cannot be ended here', async () => {
  const { rows, list } = await devices();
  expect(rows()).toEqual([
    expect.stringMatching(/^Firefox on Linux ?This device.*just now.*192\.0\.2\.1/),
    expect.stringMatching(/^Safari on iOS.*2 hours ago.*203\.0\.113\.7/),
    expect.stringMatching(/^A program that does not say what it is.*3 days ago/),
  ]);
  expect(within(list).getAllByRole('button')).toHaveLength(2);
});

test('one is ended, and the focus does not get lost with its button', async () => {
  const { rows, list } = await devices();
  fireEvent.click(screen.getByRole('button', { name: /^Sign out .Safari/ }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(screen.getByRole('status').textContent?.replaceAll(isolated, '')).toBe(
    'Safari on iOS is signed out.',
  );
  expect(document.activeElement).toBe(list);
});

test('all others are ended after a question', async () => {
  const { api, rows } = await devices();
  fireEvent.click(screen.getByRole('button', { name: 'Sign out all others' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Sign out all other devices?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(api.requests.some(({ method }) => method === 'DELETE')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Sign out all others' }));
  const again = await screen.findByRole('alertdialog');
  fireEvent.click(within(again).getByRole('button', { name: 'Sign out all others' }));
  await screen.findByText('You are signed in nowhere else.');
  expect(rows()).toHaveLength(1);
});

test('one that was ended elsewhere meanwhile is told and leaves the list', async () => {
  const { api } = await devices();
  api.answerOnce(refusal(404, 'session-not-found'), (path) => path.endsWith('/sessions/script'));
  fireEvent.click(screen.getByRole('button', { name: /^Sign out A program/ }));
  expect((await screen.findByText('It is no longer there.')).closest('[role=alert]')).not.toBeNull();
});
