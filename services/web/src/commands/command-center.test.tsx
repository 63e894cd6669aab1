import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Plus } from 'lucide-react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderForAda } from '../../test/render-app.tsx';
import { useCommands } from './use-commands.ts';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }));

afterEach(() => localStorage.clear());

function Feature({ run }: { run: () => void }) {
  useCommands([{ id: 'task.new', group: 'tasks', words: 'Add a task', Icon: Plus, shortcut: 'n', run }]);
  return <input aria-label="Somewhere to type" />;
}

function page() {
  const run = vi.fn();
  const { rerender, ...rendered } = renderForAda(<Feature run={run} />);
  const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });
  return { run, press, ...rendered };
}

test('Ctrl-K or ⌘K opens the palette; what is chosen there is done once it has closed', async () => {
  const { run, press } = page();
  press('k', { metaKey: true });
  const box = await screen.findByRole('combobox', { name: 'All commands' });
  fireEvent.change(box, { target: { value: 'add' } });
  const found = await screen.findByRole('option', { name: /Add a task/ });
  await waitFor(() => expect(found.getAttribute('aria-selected')).toBe('true'));
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(run).toHaveBeenCalledOnce());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what nobody offers is not found', async () => {
  const { press } = page();
  press('k', { ctrlKey: true });
  fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'teleport' } });
  await screen.findByText('No such command.');
});

test('a single key does it, but not where somebody types, with another key, or in front of a dialog', async () => {
  const { run, press } = page();
  fireEvent.keyDown(screen.getByLabelText('Somewhere to type'), { key: 'n' });
  press('n', { ctrlKey: true });
  press('n', { altKey: true });
  press('n', { repeat: true });
  expect(run).not.toHaveBeenCalled();
  press('n');
  expect(run).toHaveBeenCalledOnce();
  // The key that has N on it, on a keyboard that writes Urdu.
  press('ن', { code: 'KeyN' });
  expect(run).toHaveBeenCalledTimes(2);
  press('؟');
  await screen.findByRole('dialog', { name: 'Keys' });
  press('n');
  expect(run).toHaveBeenCalledTimes(2);
});

test('the keys are listed, and single ones can be turned off', async () => {
  const { run, press } = page();
  press('?');
  await screen.findByRole('dialog', { name: 'Keys' });
  expect(screen.getByText('Add a task').nextSibling?.textContent).toBe('N');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Single keys are commands' }));
  expect(screen.queryByText('Add a task')).toBeNull();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  press('n');
  press('?');
  expect(run).not.toHaveBeenCalled();
  press('k', { ctrlKey: true });
  await screen.findByRole('combobox');
});

test('what has left the page can no longer be done', () => {
  const { run, press, unmount } = page();
  unmount();
  renderForAda(<p>Another page</p>);
  press('n');
  expect(run).not.toHaveBeenCalled();
});
