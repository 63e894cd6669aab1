import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import ProgramsSection from './programs-section.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

function make(name: string) {
  fireEvent.change(screen.getByLabelText('Name of the program'), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Make the token' }));
}

const guide = () => screen.getByRole('region', { name: 'Connect a program' });

test('a token is made as it was asked for, shown once, and ready in every configuration', async () => {
  const writeText = vi.fn(async () => {});
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const api = withFakeApi();
  renderAccount(<ProgramsSection />);
  await screen.findByText('No program has a token yet.');
  expect(guide().textContent).toContain('Bearer todo_…');
  fireEvent.click(screen.getByRole('radio', { name: 'Only read' }));
  fireEvent.change(screen.getByLabelText('Good for'), { target: { value: '365' } });
  make(' Cursor ');
  const secret = await screen.findByLabelText<HTMLInputElement>('Access token');
  const sent = api.requests.find(({ method }) => method === 'POST');
  expect(await sent?.json()).toEqual({ name: 'Cursor', scopes: ['read'], expires_in_days: 365 });
  expect(secret.value).toBe('todo_ada-1_1');
  fireEvent.click(screen.getByRole('button', { name: 'Copy the token' }));
  await waitFor(() => expect(writeText).toHaveBeenCalledWith('todo_ada-1_1'));

  fireEvent.change(screen.getByLabelText('Program'), { target: { value: 'cursor' } });
  expect(guide().textContent).toContain('"Authorization": "Bearer todo_ada-1_1"');
  fireEvent.click(within(guide()).getByRole('button', { name: /^Copy: In/ }));
  await waitFor(() =>
    expect(writeText).toHaveBeenLastCalledWith(expect.stringContaining('http://localhost:3000/mcp')),
  );

  fireEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(document.body.textContent).not.toContain('todo_ada-1_1');
  expect(screen.getByRole('list', { name: 'Access tokens' }).textContent).toMatch(
    /Cursor.*Only reads.*Never used.*Good until/,
  );
});

test('a token is revoked after a question, and its secret goes from the page', async () => {
  withFakeApi();
  renderAccount(<ProgramsSection />);
  make('Claude');
  await screen.findByLabelText('Access token');
  fireEvent.click(await screen.findByRole('button', { name: 'Revoke Claude' }));
  const dialog = await screen.findByRole('alertdialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
  await screen.findByText('No program has a token yet.');
  expect(document.body.textContent).toMatch(/Claude.? is revoked/);
  await waitFor(() => expect(screen.queryByLabelText('Access token')).toBeNull());
});

test('a token needs a name, and an account can have too many', async () => {
  const api = withFakeApi();
  renderAccount(<ProgramsSection />);
  make('  ');
  expect(screen.getByText(/give it a name/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Name of the program'));
  expect(api.requests.some(({ method }) => method === 'POST')).toBe(false);
  await screen.findByText('No program has a token yet.');
  api.answerOnce(refusal(409, 'too-many-access-tokens'));
  make('Claude');
  expect(await screen.findByText(/Revoke one that you no longer need/)).toBeTruthy();
});

test.each(['claude-code', 'claude-desktop', 'vscode', 'kubectl-ai', 'kagent'])(
  'what %s must be told is there in Urdu, too, from left to right',
  async (client) => {
    withFakeApi();
    renderAccount(<ProgramsSection />, 'ur');
    fireEvent.change(screen.getByLabelText('پروگرام'), { target: { value: client } });
    const parts = within(screen.getByRole('region', { name: 'پروگرام جوڑیں' })).getAllByRole('figure');
    for (const part of parts)
      expect(part.querySelector('pre')?.closest('[dir]')?.getAttribute('dir')).toBe('ltr');
  },
);
