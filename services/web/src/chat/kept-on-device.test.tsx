import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import ConversationView from './conversation-view.tsx';

/** A chat as it is in its panel, which tells it its number. */
function Chat({ opened }: { opened: number | undefined }) {
  const [current, setCurrent] = useState(opened);
  return (
    <ConversationView conversation={undefined} current={current} messages={[]} onConversation={setCurrent} />
  );
}

const view = (opened?: number) => renderForAda(<Chat opened={opened} />);
const box = () => screen.getByLabelText<HTMLTextAreaElement>('Message');
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const posts = (requests: Request[]) => requests.filter(({ url }) => url.endsWith('/chat'));

test('what is being written is there again, in its own conversation', () => {
  withFakeApi();
  view();
  type('Buy m');
  cleanup();
  view(4);
  expect(box().value).toBe('');
  cleanup();
  view();
  expect(box().value).toBe('Buy m');
});

test('a draft goes with its conversation when that gets its number', async () => {
  withFakeApi();
  view();
  type('Show my tasks');
  fireEvent.keyDown(box(), { key: 'Enter' });
  type('and then');
  await screen.findByText('You have 0 tasks:');
  await waitFor(() => expect({ ...localStorage }).toEqual({ 'draft:ada-1:1': 'and then' }));
  expect(box().value).toBe('and then');
});

test('what is sent is no draft any more', async () => {
  withFakeApi();
  view();
  type('Show my tasks');
  fireEvent.keyDown(box(), { key: 'Enter' });
  await screen.findByText('You have 0 tasks:');
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
});

test('a message that nobody heard is sent again when the page is back, with the same key', async () => {
  const api = withFakeApi();
  for (let times = 0; times < 2; times++)
    api.answerOnce(new Response('{}', { status: 503 }), (path) => path.endsWith('/chat'));
  view();
  type('Add a task to buy milk');
  fireEvent.keyDown(box(), { key: 'Enter' });
  await screen.findByText('The connection was lost. Reconnecting…');
  cleanup();
  view();
  await screen.findByText('Buy milk', { selector: 'strong' });
  const keys = new Set(posts(api.requests).map(({ headers }) => headers.get('idempotency-key')));
  expect(keys.size).toBe(1);
  expect(screen.getAllByText('Add a task to buy milk')).toHaveLength(1);
  cleanup();
  view();
  expect(screen.queryByText('Add a task to buy milk')).toBeNull();
});

test('a message that was given up stays given up', async () => {
  const api = withFakeApi();
  for (let times = 0; times < 3; times++)
    api.answerOnce(new Response('{}', { status: 503 }), (path) => path.endsWith('/chat'));
  view();
  type('Add a task to buy milk');
  fireEvent.keyDown(box(), { key: 'Enter' });
  await screen.findByText('The connection was lost. Reconnecting…');
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(Object.keys(localStorage)).toEqual([]);
});

test('what others have left on this device is gone', () => {
  withFakeApi();
  localStorage.setItem('draft:eve:new', 'secret');
  localStorage.setItem('outbox:eve:3', '{}');
  localStorage.setItem('something else', 'stays');
  view();
  expect(Object.keys(localStorage)).toEqual(['something else']);
});
