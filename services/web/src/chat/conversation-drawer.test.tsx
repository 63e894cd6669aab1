import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { currentToasts } from '../ui/toast-store.ts';
import ConversationDrawer from './conversation-drawer.tsx';

const begin = (message: string) =>
  fetch('/api/ada-1/chat', { method: 'POST', body: JSON.stringify({ message }) });

function openDrawer(current?: number) {
  const on = { onOpen: vi.fn(), onOpenChange: vi.fn() };
  renderForAda(
    <ConversationDrawer current={current} trigger={<button type="button">open</button>} open {...on} />,
  );
  return on;
}

const names = () =>
  [...document.querySelectorAll('[data-conversation]')].map((row) => row.firstElementChild?.textContent);
const refused = (status: number, detail: string) =>
  new Response(JSON.stringify({ detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const choose = async (conversation: string, item: string) => {
  fireEvent.keyDown(await screen.findByRole('button', { name: `More for ${conversation}` }), {
    key: 'Enter',
  });
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

test('the list is empty, loading, or cannot be had; and can be asked for again', async () => {
  const api = withFakeApi();
  api.answerOnce(refused(500, 'x'));
  openDrawer();
  expect(screen.getByRole('status', { name: 'Loading the conversations…' })).toBeTruthy();
  await screen.findByText('The conversations could not be loaded.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Your conversations will be listed here.');
});

function Page() {
  const [open, setOpen] = useState(false);
  const trigger = <button type="button">Conversations</button>;
  return (
    <ConversationDrawer current={1} trigger={trigger} open={open} onOpenChange={setOpen} onOpen={vi.fn()} />
  );
}

test.each([
  { pointer: 'a mouse', matches: true },
  { pointer: 'a finger', matches: false },
])('with $pointer the focus begins where one goes on, and goes back to the button', async ({ matches }) => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches } as MediaQueryList);
  withFakeApi();
  await begin('Buy milk');
  await begin('Call Ali');
  renderForAda(<Page />);
  const button = screen.getByRole('button', { name: 'Conversations' });
  const open = async () => {
    fireEvent.click(button);
    await waitFor(() => expect(names()).toEqual(['Call Ali', 'Buy milk']));
  };
  await open();
  // The first time the list is still on its way when the drawer opens.
  const first = screen.getByRole(matches ? 'searchbox' : 'heading');
  await waitFor(() => expect(document.activeElement).toBe(first));
  const close = async () => {
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  };
  await close();
  await open();
  await waitFor(() =>
    expect(document.activeElement).toBe(
      matches ? screen.getByRole('searchbox') : document.querySelector('[data-conversation="1"]'),
    ),
  );
  await close();
  vi.restoreAllMocks();
});

test('words find conversations as one types, and are marked', async () => {
  withFakeApi();
  await begin('Buy milk (soon)');
  await begin('Call Ali');
  const { onOpen } = openDrawer();
  await waitFor(() => expect(names()).toEqual(['Call Ali', 'Buy milk (soon)']));
  const box = screen.getByRole('searchbox', { name: 'Search conversations' });
  fireEvent.change(box, { target: { value: ' milk (SOON) ' } });
  await waitFor(() => expect(names()).toEqual(['Buy milk (soon)']));
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'milk',
    '(soon)',
    'milk',
    '(soon)',
  ]);
  expect(screen.getByText('1 conversation found').getAttribute('role')).toBe('status');
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toContain('Buy milk');
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(onOpen).toHaveBeenCalledWith(1);
});

test('nothing found says so; Escape empties the box before it closes the drawer', async () => {
  withFakeApi();
  await begin('Buy milk');
  const { onOpenChange } = openDrawer();
  await waitFor(() => expect(names()).toEqual(['Buy milk']));
  const box = screen.getByRole('searchbox');
  fireEvent.change(box, { target: { value: 'bread' } });
  await screen.findByText('Nothing found for “\u2068bread\u2069”.');
  fireEvent.keyDown(box, { key: 'Escape' });
  await waitFor(() => expect(names()).toEqual(['Buy milk']));
  expect(onOpenChange).not.toHaveBeenCalled();
  fireEvent.keyDown(box, { key: 'Escape' });
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

test('the arrows go from one to the next', async () => {
  withFakeApi();
  await begin('One');
  await begin('Two');
  openDrawer();
  await waitFor(() => expect(names()).toEqual(['Two', 'One']));
  const [two, one] = document.querySelectorAll<HTMLElement>('[data-conversation]');
  two?.focus();
  fireEvent.keyDown(two as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(one);
  fireEvent.keyDown(one as HTMLElement, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(two);
});

test('one is renamed in its place', async () => {
  const api = withFakeApi();
  await begin('Buy milk');
  openDrawer();
  await choose('Buy milk', 'Rename');
  const field = await screen.findByLabelText<HTMLInputElement>('New title of Buy milk');
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: ' Groceries ' } });
  // Else the browser would press the button that has the focus then.
  expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
  await waitFor(() => expect(names()).toEqual(['Groceries']));
  expect(document.activeElement?.textContent).toBe('Groceries');
  const sent = api.requests.find(({ method }) => method === 'PATCH');
  expect(await sent?.json()).toEqual({ title: 'Groceries' });
});

test('Escape leaves the title as it was, and the drawer open', async () => {
  const api = withFakeApi();
  await begin('Buy milk');
  const { onOpenChange } = openDrawer();
  await choose('Buy milk', 'Rename');
  const field = await screen.findByLabelText('New title of Buy milk');
  fireEvent.change(field, { target: { value: 'x' } });
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(names()).toEqual(['Buy milk']));
  expect(document.activeElement?.textContent).toBe('Buy milk');
  expect(onOpenChange).not.toHaveBeenCalled();
  expect(api.requests.some(({ method }) => method === 'PATCH')).toBe(false);
});

test('a new title that is refused is taken back, and says why', async () => {
  const api = withFakeApi();
  await begin('Buy milk');
  openDrawer();
  await choose('Buy milk', 'Rename');
  const field = await screen.findByLabelText('New title of Buy milk');
  api.answerOnce(refused(422, 'title: must not be so.'));
  fireEvent.change(field, { target: { value: 'Groceries' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() =>
    expect(currentToasts().at(-1)?.text).toBe(
      'The conversation could not be renamed. The service answered:\n\u2068title: must not be so.\u2069',
    ),
  );
  await waitFor(() => expect(names()).toEqual(['Buy milk']));
});

test('one is downloaded by a link of its own', async () => {
  withFakeApi();
  await begin('Buy milk');
  openDrawer();
  fireEvent.keyDown(await screen.findByRole('button', { name: 'More for Buy milk' }), { key: 'Enter' });
  const menu = within(await screen.findByRole('menu'));
  const links = menu.getAllByRole('menuitem').filter((item) => item.hasAttribute('download'));
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Download as Markdown', '/api/ada-1/conversations/1/export?format=markdown'],
    ['Download as JSON', '/api/ada-1/conversations/1/export?format=json'],
  ]);
});

test('one is deleted after a question, and leaves the page when it was open', async () => {
  const api = withFakeApi();
  await begin('Buy milk');
  const { onOpen } = openDrawer(1);
  await choose('Buy milk', 'Delete');
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
  expect(names()).toEqual(['Buy milk']);
  api.answerOnce(refused(404, 'x'));
  await choose('Buy milk', 'Delete');
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() =>
    expect(currentToasts().at(-1)?.text).toBe(
      'The conversation could not be deleted. This conversation no longer exists.',
    ),
  );
  expect(onOpen).not.toHaveBeenCalled();
  await choose('Buy milk', 'Delete');
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(onOpen).toHaveBeenCalledWith(undefined));
  await waitFor(() => expect(names()).toEqual([]));
});
