import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { TaskPanel } from './task-panel.tsx';

let api: ReturnType<typeof withFakeApi>;
beforeEach(async () => {
  api = withFakeApi();
  for (const title of ['One', 'Two', 'Three', 'Four']) api.store.add({ title });
  renderForAda(<TaskPanel />);
  await screen.findByText('One');
});

const box = (title: string) => screen.findByRole('checkbox', { name: `Select ${title}` });
const bulkRequests = () => api.requests.filter(({ url }) => url.endsWith('/bulk'));

async function selectRange() {
  fireEvent.click(screen.getByRole('button', { name: 'Select tasks' }));
  await screen.findByText(/Choose tasks/);
  fireEvent.click(await box('One'));
  fireEvent.click(await box('Three'), { shiftKey: true });
  await screen.findByText('3 selected');
  return screen.getByRole('toolbar', { name: 'Selected tasks' });
}

test('a range is completed with one request, and taken back', async () => {
  const bar = await selectRange();
  fireEvent.click(within(bar).getByRole('button', { name: 'Complete' }));
  await screen.findByText('Completed 3 tasks');
  expect(await bulkRequests()[0]?.json()).toEqual({ action: 'complete', ids: [1, 2, 3] });
  expect([...api.store.tasks.values()].map(({ completed }) => completed)).toEqual([true, true, true, false]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Taken back: 3 tasks');
  expect([...api.store.tasks.values()].some(({ completed }) => completed)).toBe(false);
  expect(bulkRequests()).toHaveLength(1);
});

test('all are tagged, and deleted', async () => {
  const bar = await selectRange();
  fireEvent.click(within(bar).getByRole('button', { name: 'Select all' }));
  await screen.findByText('4 selected');
  fireEvent.click(within(bar).getByRole('button', { name: 'Tag' }));
  const field = await screen.findByRole('combobox', { name: 'Tag' });
  fireEvent.change(field, { target: { value: '#home' } });
  fireEvent.submit(field);
  await screen.findByText('Changed 4 tasks');
  expect(api.store.tasks.get(4)?.tags).toEqual(['home']);
  fireEvent.click(within(bar).getByRole('button', { name: 'Delete' }));
  await screen.findByText('Nothing here yet');
  await waitFor(() => expect(api.store.tasks.size).toBe(0));
});

test('keys: X selects the task with the focus, Escape ends it', async () => {
  const title = screen.getByText('Two').closest('button');
  fireEvent.keyDown(title as HTMLElement, { key: 'x' });
  await screen.findByText('1 selected');
  expect(((await box('Two')) as HTMLInputElement).checked).toBe(true);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
});

test('keys: D completes, E unfolds, Delete deletes and hands on the focus', async () => {
  const title = screen.getByText('Two').closest('button') as HTMLElement;
  fireEvent.keyDown(title, { key: 'd' });
  await waitFor(() => expect(api.store.tasks.get(2)?.completed).toBe(true));
  const first = screen.getByText('One').closest('button') as HTMLElement;
  fireEvent.keyDown(first, { key: 'e' });
  await screen.findByRole('textbox', { name: 'Notes' });
  first.focus();
  fireEvent.keyDown(first, { key: 'Delete' });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Three'));
  await waitFor(() => expect(api.store.tasks.has(1)).toBe(false));
});

test('what leaves the view hands on the focus, however it was done', async () => {
  fireEvent.click(screen.getByRole('radio', { name: /^Pending/ }));
  const second = screen.getByRole('checkbox', { name: 'Complete Two' });
  second.focus();
  fireEvent.click(second);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Three'));
  fireEvent.click(screen.getByRole('button', { name: 'Details of Four' }));
  const remove = await screen.findByRole('button', { name: 'Delete' });
  remove.focus();
  fireEvent.click(remove);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Three'));
});

test('what is done elsewhere moves no focus', async () => {
  screen.getByText('Two').closest('button')?.focus();
  (document.activeElement as HTMLElement).blur();
  fireEvent.click(screen.getByRole('button', { name: 'Delete Two' }));
  await waitFor(() => expect(screen.queryByText('Two')).toBeNull());
  expect(document.activeElement).toBe(document.body);
});

test('the focus is back at the button once selecting has ended', async () => {
  const button = screen.getByRole('button', { name: 'Select tasks' });
  button.focus();
  const bar = await selectRange();
  const done = within(bar).getByRole('button', { name: 'Stop selecting' });
  done.focus();
  fireEvent.click(done);
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('the trash gives back', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Delete Two' }));
  await waitFor(() => expect(api.store.tasks.has(2)).toBe(false));
  fireEvent.click(screen.getByRole('button', { name: 'Trash' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Restore Two' }));
  // Before the api has answered.
  screen.getByText('The trash is empty');
  expect(document.activeElement?.textContent).toBe('Trash');
  fireEvent.click(screen.getByRole('button', { name: 'Back to the tasks' }));
  await screen.findByRole('checkbox', { name: 'Complete Two' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Trash' }));
});

test('what is refused is said, and the list is as it was', async () => {
  const bar = await selectRange();
  const refused = Response.json({ detail: 'There is no task 2.' }, { status: 422 });
  api.answerOnce(refused, (path) => path.endsWith('/bulk'));
  fireEvent.click(within(bar).getByRole('button', { name: 'Complete' }));
  await screen.findByText(/Nothing was changed. The service answered: .There is no task 2./);
  await waitFor(() => expect(screen.queryAllByText('Completed 3 tasks')).toHaveLength(0));
});
