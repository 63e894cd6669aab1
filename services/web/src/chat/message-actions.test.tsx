import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import ConversationView from './conversation-view.tsx';

function chat() {
  const api = withFakeApi();
  renderForAda(<ConversationView conversation={undefined} messages={[]} onConversation={vi.fn()} />);
  return {
    ...api,
    async say(value: string) {
      fireEvent.change(screen.getByLabelText('Message'), { target: { value } });
      fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Enter' });
      await screen.findByText(value);
      await screen.findByRole('button', { name: 'Send' });
    },
    posted: async () =>
      Promise.all(
        api.requests
          .filter(({ method, url }) => method === 'POST' && url.endsWith('/chat'))
          .map((request) => request.clone().json()),
      ),
  };
}

const words = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

test('what was added is taken off the list where it was told, and the focus stays there', async () => {
  const { say, store } = chat();
  await say('Add a task to buy milk');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Off the list again');
  expect(store.tasks.size).toBe(0);
  expect(document.activeElement?.textContent).toContain('Added Buy milk');
});

test('an undo that fails says why, and can be tried again', async () => {
  const { say, answerOnce } = chat();
  await say('Add a task to buy milk');
  const undo = await screen.findByRole('button', { name: 'Undo' });
  answerOnce(new Response('{}', { status: 503 }), (path) => path.endsWith('/tasks/1'));
  fireEvent.click(undo);
  await screen.findByText(/could not be put back\. The todo service is away/);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Off the list again');
});

test('an answer that changed nothing can be had again, in the place of the old one', async () => {
  const { say, posted } = chat();
  await say('Show my tasks');
  fireEvent.click(await screen.findByRole('button', { name: 'Answer again' }));
  await waitFor(async () => expect(await posted()).toHaveLength(2));
  expect((await posted())[1]).toEqual({ conversation_id: 1, message: 'Show my tasks', replaces_turn: 1 });
  await screen.findByText('You have 0 tasks:', { selector: '.answer p' });
  expect(words()).toHaveLength(2);
});

test('one that changed tasks cannot, until that is taken back', async () => {
  const { say } = chat();
  await say('Add a task to buy milk');
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(screen.queryByRole('button', { name: 'Answer again' })).toBeNull();
  fireEvent.click(undo);
  await screen.findByRole('button', { name: 'Answer again' });
});

test('an own message is said otherwise: what it did is undone first, and what followed is gone', async () => {
  const { say, store, posted } = chat();
  await say('Add a task to buy mlik');
  await screen.findByRole('button', { name: 'Undo' });
  await say('Show my tasks');
  const [first] = screen.getAllByRole('button', { name: 'Edit' });
  fireEvent.click(first as HTMLElement);
  const field = screen.getByLabelText('Edit your message');
  expect(document.activeElement).toBe(field);
  const editor = field.closest('li') as HTMLElement;
  expect(within(editor).getByText('Buy mlik', { selector: 'em' })).toBeTruthy();
  fireEvent.change(field, { target: { value: 'Add a task to buy milk' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText('Buy milk', { selector: 'strong' });
  expect([...store.tasks.values()].map(({ title }) => title)).toEqual(['Buy milk']);
  expect((await posted())[2]).toMatchObject({ message: 'Add a task to buy milk', replaces_turn: 1 });
  await waitFor(() => expect(words()).toHaveLength(2));
});

test('what is not undone stays in sight, with its undo', async () => {
  const { say, store } = chat();
  await say('Add a task to buy mlik');
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Undo it first' }));
  fireEvent.change(screen.getByLabelText('Edit your message'), { target: { value: 'Show my tasks' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send again' }));
  const kept = (await screen.findByText(/What was done before stays/)).closest('li') as HTMLElement;
  expect(kept.textContent).toContain('Added Buy mlik');
  fireEvent.click(await within(kept).findByRole('button', { name: 'Undo' }));
  await within(kept).findByText('Off the list again');
  expect(store.tasks.size).toBe(0);
});

test('the same words are not sent again over what they did', async () => {
  const { say } = chat();
  await say('Add a task to buy milk');
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Send again' });
  expect(send.disabled).toBe(false);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Undo it first' }));
  expect(send.disabled).toBe(true);
});

test('Escape leaves a message as it was', async () => {
  const { say, posted } = chat();
  await say('Show my tasks');
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const field = screen.getByLabelText('Edit your message');
  fireEvent.change(field, { target: { value: 'Something else' } });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByLabelText('Edit your message')).toBeNull();
  expect(screen.getByText('Show my tasks')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit' }));
  expect(await posted()).toHaveLength(1);
});

test('an answer is copied as it was written', async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
  const { say } = chat();
  await say('Add a task to buy milk');
  fireEvent.click(screen.getByRole('button', { name: 'Copy the answer' }));
  await screen.findByText('Copied.');
  expect(writeText).toHaveBeenCalledWith('I added **Buy milk** to your list.');
  vi.unstubAllGlobals();
});
