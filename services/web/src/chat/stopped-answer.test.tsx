import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import ConversationView from './conversation-view.tsx';

test('what was said until a stopped answer ended is shown, as it is kept', async () => {
  const api = withFakeApi();
  const { readable, writable } = new TextEncoderStream();
  const writer = writable.getWriter();
  const tell = (...chunks: object[]) =>
    writer.write(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''));
  const headers = { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' };
  api.answerOnce(new Response(readable, { headers }), (path) => path.endsWith('/chat'));
  renderForAda(<ConversationView conversation={undefined} messages={[]} onConversation={() => {}} />);
  fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Tell me' } });
  fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Enter' });
  void tell(
    { type: 'start', messageId: 'a', messageMetadata: { conversation_id: 1, turn_id: 1 } },
    { type: 'text-start', id: 't' },
    { type: 'text-delta', id: 't', delta: 'Half of it, ' },
  );
  await screen.findByText(/Half of it,/);

  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(api.requests.at(-1)?.url).toMatch(/\/chat\/1\/stop$/));
  void tell({ type: 'text-delta', id: 't', delta: 'and a little more.' }, { type: 'abort' });
  void writer.close();
  await screen.findByText('Half of it, and a little more.', { selector: '.answer *' });
  await screen.findByRole('button', { name: 'Send' });
});
