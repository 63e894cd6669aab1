import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { ChatMessage } from './chat-message.ts';
import ConversationView from './conversation-view.tsx';

const messages: ChatMessage[] = [
  { id: 'u', role: 'user', parts: [{ type: 'text', text: 'دودھ لانا شامل کرو' }] },
  { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'کام #1 شامل کر دیا ہے۔' }] },
];

test('each message begins on the side of its own first letter, whatever the page is written in', async () => {
  withFakeApi().answerOnce(new Response(null, { status: 204 }));
  renderForAda(<ConversationView conversation={1} messages={messages} onConversation={vi.fn()} />);
  // Not the words "You said" before it, which only a screen reader says.
  const said = await screen.findByText('دودھ لانا شامل کرو');
  expect([said.getAttribute('dir'), said.textContent]).toEqual(['auto', 'دودھ لانا شامل کرو']);
  const answer = await screen.findByText('کام #1 شامل کر دیا ہے۔');
  expect(answer.closest('[dir]')?.getAttribute('dir')).toBe('auto');
});
