import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { ChatMessage } from './chat-message.ts';
import ConversationView from './conversation-view.tsx';

const user: ChatMessage = { id: 'u', role: 'user', parts: [{ type: 'text', text: 'delete everything' }] };
const later = new Date(Date.now() + 3_600_000).toISOString();

function asking(state = 'approval-requested', expires_at = later): ChatMessage {
  return {
    id: 'a',
    role: 'assistant',
    metadata: { turn_id: 1 },
    parts: ['Milk', '<img src=x>'].map((title, index) => ({
      type: 'dynamic-tool',
      toolName: 'delete_task',
      toolCallId: `call-${index}`,
      state,
      input: { task_id: index + 1 },
      approval: {
        id: `id-${index}`,
        signature: `s-${index}`,
        descriptor: { title, expires_at },
        ...(state === 'approval-responded' ? { approved: true } : {}),
      },
    })) as ChatMessage['parts'],
  };
}

const answer: ChatMessage = {
  id: 'b',
  role: 'assistant',
  metadata: { turn_id: 2 },
  parts: [{ type: 'text', text: 'Both are deleted.' }],
};

const nothingRuns = () => new Response(null, { status: 204 });
const stored = (...messages: ChatMessage[]) => Response.json({ id: 1, title: 'x', messages });

async function asked(message = asking()) {
  const api = withFakeApi();
  api.answerOnce(nothingRuns());
  renderForAda(<ConversationView conversation={1} messages={[user, message]} onConversation={vi.fn()} />);
  await waitFor(() => expect(api.requests.length).toBeGreaterThan(0));
  await screen.findByRole('list', { name: 'Conversation' });
  return api;
}

test('it says what would happen, task by task, and is announced', async () => {
  await asked();
  const card = within(screen.getByRole('region', { name: 'Delete these 2 tasks?' }));
  expect(card.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Milk #1',
    '<img src=x> #2',
  ]);
  await waitFor(() =>
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(
      'Your approval is needed. Delete these 2 tasks?',
    ),
  );
});

test.each([
  ['Approve', true],
  ['Reject', false],
])('%s sends the decision with the signatures, and shows what came of it', async (name, approved) => {
  const api = await asked();
  api.answerOnce(new Response('data: {}\n\n', { headers: { 'content-type': 'text/event-stream' } }));
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  api.answerOnce(nothingRuns());
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  fireEvent.click(screen.getByRole('button', { name }));
  await screen.findByText('Both are deleted.');
  expect(document.activeElement?.textContent).toContain('You approved this.');
  const sent = api.requests.find(({ method }) => method === 'POST');
  expect(new URL(sent?.url ?? '').pathname).toBe('/api/ada-1/chat/1/turns/1/approval');
  expect(sent?.headers.get('idempotency-key')).toBe(`approval-1-1-${approved}`);
  expect(await sent?.json()).toEqual({
    approvals: [
      { id: 'id-0', signature: 's-0', approved },
      { id: 'id-1', signature: 's-1', approved },
    ],
  });
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  expect(screen.getByText('You approved this.')).toBeTruthy();
});

test('what another tab has decided is shown instead', async () => {
  const api = await asked();
  api.answerOnce(Response.json({ detail: 'This has already been decided.' }, { status: 409 }));
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  api.answerOnce(nothingRuns());
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
  await screen.findByText('Both are deleted.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a decision that did not arrive can be sent again', async () => {
  const api = await asked();
  api.answerOnce(new Response('{}', { status: 503 }));
  fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
  api.answerOnce(new Response('data: {}\n\n'));
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  api.answerOnce(nothingRuns());
  api.answerOnce(stored(user, asking('approval-responded'), answer));
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('Both are deleted.');
  const keys = api.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual(['approval-1-1-true', 'approval-1-1-true']);
});

test('it is no longer open once it has expired', async () => {
  await asked(asking('approval-requested', '2020-01-01T00:00:00.000Z'));
  expect(screen.getByText('This can no longer be approved. Ask for it again.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});
