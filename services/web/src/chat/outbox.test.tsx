import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ChatMessage } from './chat-message.ts';
import { forgetUnheard, keepUnheard, unheardIn } from './outbox.ts';
import { useOutbox } from './use-outbox.ts';

const message = (role: 'user' | 'assistant', id: string, text: string): ChatMessage => ({
  id,
  role,
  parts: [{ type: 'text', text }],
});
const sent = { id: 'x', text: 'undo', after: 'b', at: 1000 };
const before = [message('user', 'a', 'undo'), message('assistant', 'b', 'Done.')];

beforeEach(() => localStorage.clear());

test('a message that never arrived is found again, in its own conversation', () => {
  keepUnheard('ada', 1, sent);
  expect(unheardIn('ada', 1, before, 2000)).toEqual(sent);
  expect(unheardIn('ada', 2, [], 2000)).toBeUndefined();
  expect(unheardIn('eve', 1, before, 2000)).toBeUndefined();
});

test('one that had arrived is not sent again', () => {
  keepUnheard('ada', 1, sent);
  expect(unheardIn('ada', 1, [...before, message('user', 'c', 'undo')], 2000)).toBeUndefined();
});

test('one that was given up, is too old or is not whole is none', () => {
  keepUnheard('ada', 1, sent);
  expect(unheardIn('ada', 1, before, sent.at + 2 * 60 * 60 * 1000)).toBeUndefined();
  forgetUnheard('ada', 1);
  expect(unheardIn('ada', 1, before, 2000)).toBeUndefined();
  for (const broken of ['{', '{"id":1}', 'null']) {
    localStorage.setItem('outbox:ada:1', broken);
    expect(unheardIn('ada', 1, before, 2000)).toBeUndefined();
  }
});

test.each([false, true])(
  'what began a conversation is kept while the page is being left: %s',
  (isLeaving) => {
    const send = vi.fn();
    const said = message('user', 'x', 'Add milk');
    const { result, rerender } = renderHook(useOutbox, {
      initialProps: {
        userId: 'ada',
        conversation: undefined as number | undefined,
        turns: { messages: [] as ChatMessage[], send },
      },
    });
    result.current.sent('x', 'Add milk', undefined);
    if (isLeaving) act(() => void window.dispatchEvent(new Event('beforeunload')));
    rerender({
      userId: 'ada',
      conversation: 1,
      turns: { messages: [said, message('assistant', 'y', 'Added')], send },
    });
    expect(unheardIn('ada', undefined, [])?.id).toBe(isLeaving ? 'x' : undefined);
    // Who stayed after all, and says the next thing, leaves nothing behind.
    result.current.sent('z', 'Add bread', undefined);
    expect(unheardIn('ada', undefined, [])).toBeUndefined();
    expect(unheardIn('ada', 1, [])?.id).toBe('z');
  },
);
