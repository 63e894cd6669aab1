import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { ChatMessage } from './chat-message.ts';
import ConversationView from './conversation-view.tsx';
import { OWN_NEWS_MILLISECONDS } from './use-changed-elsewhere.ts';

/** A fake api of which only the chat's own requests count: the tasks around it are asked for as well. */
function withFakeChat() {
  const api = withFakeApi();
  const isOfChat = (path: string) => !path.endsWith('/tasks');
  return {
    ...api,
    get requests() {
      return api.requests.filter(({ url }) => isOfChat(new URL(url).pathname));
    },
    answerOnce: (response: Response) => api.answerOnce(response, isOfChat),
  };
}

function chat(messages: ChatMessage[] = [], conversation?: number) {
  const onConversation = vi.fn();
  renderForAda(
    <ConversationView conversation={conversation} messages={messages} onConversation={onConversation} />,
  );
  return {
    onConversation,
    say: (value: string) => {
      fireEvent.change(screen.getByLabelText('Message'), { target: { value } });
      fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Enter' });
    },
  };
}

test('a message is answered, with what the tools did in words', async () => {
  const api = withFakeChat();
  const { say, onConversation } = chat();
  say('Add a task to buy groceries');
  expect((await screen.findByText('Buy groceries', { selector: 'em' })).parentElement?.textContent).toBe(
    'Added Buy groceries',
  );
  const answer = await screen.findByText('Buy groceries', { selector: 'strong' });
  expect(answer.closest('.answer')?.textContent).toBe('I added Buy groceries to your list.');
  await waitFor(() => expect(onConversation).toHaveBeenCalledWith(1));

  const sent = api.requests.find(({ method }) => method === 'POST');
  expect(await sent?.json()).toEqual({ message: 'Add a task to buy groceries' });
  expect(sent?.headers.get('accept')).toBe('text/event-stream');
  expect(sent?.headers.get('idempotency-key')).toBeTruthy();
  expect(sent?.headers.get('time-zone')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test('a whole answer is asked for once', async () => {
  const api = withFakeChat();
  const { say } = chat();
  say('Add a task to buy groceries');
  await screen.findByText('Buy groceries', { selector: 'strong' });
  await screen.findByRole('button', { name: 'Send' });
  expect(api.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    'POST /api/ada-1/chat',
  ]);
});

test('what is said elsewhere right after a turn is shown, though the news of it is lost in the turn’s own', async () => {
  const api = withFakeChat();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    const { say } = chat();
    say('Add a task to buy groceries');
    await screen.findByRole('button', { name: 'Send' });
    await screen.findByText('Buy groceries', { selector: 'strong' });
    const asked = () => api.requests.filter(({ method }) => method === 'GET').length;
    await waitFor(() => {
      vi.advanceTimersByTime(OWN_NEWS_MILLISECONDS);
      expect(asked()).toBe(1);
    });

    say('What’s pending?');
    await screen.findByText('You have 1 tasks:');
    await screen.findByRole('button', { name: 'Send' });
    await fetch('/api/ada-1/chat', {
      method: 'POST',
      body: JSON.stringify({ conversation_id: 1, message: 'Add a task to water plants' }),
    });
    await waitFor(() => {
      vi.advanceTimersByTime(OWN_NEWS_MILLISECONDS);
      expect(screen.getByText('Water plants', { selector: 'strong' })).toBeDefined();
    });
  } finally {
    vi.useRealTimers();
  }
});

test('the next message goes to the same conversation, and only the new words are sent', async () => {
  const api = withFakeChat();
  const { say } = chat();
  say('Add a task to buy groceries');
  await screen.findByText('Buy groceries', { selector: 'strong' });
  await screen.findByRole('button', { name: 'Send' });
  say('What’s pending?');
  await screen.findByText('You have 1 tasks:');
  const bodies = await Promise.all(
    api.requests.filter(({ method }) => method === 'POST').map((r) => r.json()),
  );
  expect(bodies[1]).toEqual({ conversation_id: 1, message: 'What’s pending?' });
});

test('a whole answer is announced once, when it is whole', async () => {
  withFakeApi();
  const { say } = chat();
  say('Add a task to buy groceries');
  await waitFor(() =>
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(
      'I added Buy groceries to your list.',
    ),
  );
  expect(screen.getByRole('list', { name: 'Conversation' }).getAttribute('aria-busy')).toBe('false');
});

test('what was deleted can be brought back where it was told', async () => {
  const api = withFakeChat();
  api.store.add({ title: 'Team meeting' });
  const { say } = chat();
  say('Delete the meeting task');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Restored');
  expect(api.store.tasks.get(1)?.title).toBe('Team meeting');
});

test('a tool call opens to what was asked and what came back', async () => {
  withFakeApi();
  const { say } = chat();
  say('Add a task to buy groceries');
  const what = await screen.findByRole('button', { name: /Added Buy groceries/ });
  fireEvent.click(what);
  const detail = document.getElementById(what.getAttribute('aria-controls') ?? '');
  expect(detail?.textContent).toContain('"status": "created"');
});

test('a refusal is a plain sentence, and the message can be sent again', async () => {
  const api = withFakeChat();
  const { say } = chat();
  say('fail');
  const alert = await screen.findByText(/That did not go through/);
  expect(alert.textContent).toBe(
    'That did not go through. That was too often. Please try again in a moment.',
  );
  api.answerOnce(new Response('{"detail":"The model is gone."}', { status: 500 }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  // What only the api has words for, beneath.
  expect((await screen.findByText(/The model is gone/)).textContent).toBe(
    'That did not go through. The service answered:\n\u2068The model is gone.\u2069',
  );
  expect(within(screen.getByRole('list', { name: 'Conversation' })).getAllByText('fail')).toHaveLength(1);
});

test('a message that met an api that was away is sent again by itself, with the same key', async () => {
  const api = withFakeChat();
  api.answerOnce(new Response('{}', { status: 503 }));
  const { say } = chat();
  say('Add a task to buy groceries');
  await screen.findByText('Buy groceries', { selector: 'strong' });
  const keys = api.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('also in a conversation that has begun, a message that never arrived is sent again', async () => {
  const api = withFakeChat();
  api.answerOnce(new Response(null, { status: 204 }));
  api.answerOnce(new Response('{}', { status: 503 }));
  const { say } = chat([{ id: 'a', role: 'user', parts: [{ type: 'text', text: 'Hello' }] }], 1);
  await waitFor(() => expect(api.requests).toHaveLength(1));
  say('Add a task to buy groceries');
  await screen.findByText('Buy groceries', { selector: 'strong' });
  expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  expect(screen.getByText('Add a task to buy groceries')).toBeTruthy();
});

test('a stream that was cut off is taken up again, and nothing is doubled', async () => {
  const api = withFakeChat();
  const start = { type: 'start', messageId: 'm1', messageMetadata: { conversation_id: 7, turn_id: 1 } };
  const stream = (...chunks: object[]) =>
    new Response(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''), {
      headers: { 'content-type': 'text/event-stream' },
    });
  const words = (delta: string) => ({ type: 'text-delta', id: 't', delta });
  api.answerOnce(stream(start, { type: 'text-start', id: 't' }, words('I added ')));
  api.answerOnce(
    stream(
      start,
      { type: 'text-start', id: 't' },
      words('I added '),
      words('milk.'),
      { type: 'text-end', id: 't' },
      { type: 'finish' },
    ),
  );
  const { say } = chat();
  say('milk');
  await screen.findByText('I added milk.', { selector: '.answer p' });
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(api.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    'POST /api/ada-1/chat',
    'GET /api/ada-1/chat/7/stream',
  ]);
});

test('a message that was there before is never sent again, only its answer is waited for', async () => {
  const api = withFakeChat();
  const stored = [
    { id: 'a', role: 'user' as const, parts: [{ type: 'text' as const, text: 'Hello' }] },
    { id: 'b', role: 'assistant' as const, parts: [{ type: 'text' as const, text: 'Good day.' }] },
  ];
  api.answerOnce(new Response('{}', { status: 503 }));
  api.answerOnce(new Response(null, { status: 204 }));
  api.answerOnce(Response.json({ id: 1, title: 'Hello', messages: stored }));
  chat(stored.slice(0, 1), 1);
  await screen.findByText('Good day.');
  expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
});

test('one can give up waiting for a connection, and go on later', async () => {
  const api = withFakeChat();
  for (let times = 0; times < 3; times++) api.answerOnce(new Response('{}', { status: 503 }));
  const { say } = chat();
  say('Add a task to buy groceries');
  await screen.findByText('The connection was lost. Reconnecting…');
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('Buy groceries', { selector: 'strong' }, { timeout: 4000 });
  expect(api.store.tasks.size).toBe(1);
});

test('suggested prompts are sent as they are', async () => {
  withFakeApi();
  chat();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a task to buy groceries' }));
  await screen.findByText('Buy groceries', { selector: 'strong' });
});

test('hostile words stay words', async () => {
  withFakeApi();
  const evil = '<img src=x onerror=alert(1)>';
  chat([
    { id: 'a', role: 'user', parts: [{ type: 'text', text: evil }] },
    {
      id: 'b',
      role: 'assistant',
      parts: [
        {
          type: 'dynamic-tool',
          toolName: 'add_task',
          toolCallId: 'c',
          state: 'output-available',
          input: { title: evil },
          output: { task_id: 1, status: 'created', title: evil },
        },
      ],
    },
  ]);
  expect(await screen.findAllByText(evil)).toHaveLength(2);
  expect(document.querySelector('li img')).toBeNull();
});

test('with a mouse the message box is ready to write in, unless somebody types elsewhere already', () => {
  withFakeChat();
  vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({
    ...new EventTarget(),
    media,
    matches: media === '(pointer: fine)',
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => true,
  }));
  const elsewhere = document.body.appendChild(document.createElement('input'));
  elsewhere.focus();
  chat();
  expect(document.activeElement).toBe(elsewhere);
  elsewhere.remove();
  cleanup();
  chat();
  expect(document.activeElement).toBe(screen.getByLabelText('Message'));
});
