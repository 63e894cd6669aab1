/** A page is there before its script: what somebody types into it then stays. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { takeOverForAda, withFakeApi } from '../../test/render-app.tsx';
import ConversationView from '../chat/conversation-view.tsx';
import { QuickAdd } from '../tasks/quick-add.tsx';

const chat = <ConversationView conversation={undefined} messages={[]} onConversation={() => {}} />;
const tasks = <QuickAdd onAdd={() => {}} onPrepare={() => {}} />;

test.each([
  ['a message', chat, 'Message'],
  ['a task', tasks, 'Add a task'],
])('%s', async (_, element, name) => {
  withFakeApi();
  takeOverForAda(element, (drawn) => {
    const field = drawn.querySelector('textarea') ?? drawn.querySelector('input');
    if (!field) throw new Error('there is nothing to type into');
    field.value = 'Buy mi';
    // The browser sends a form by itself until then, but not one of this kind.
    expect(field.form?.method).toBe('dialog');
  });
  await act(async () => {});
  const field = screen.getByLabelText<HTMLInputElement>(name);
  expect(field.value).toBe('Buy mi');
  // It is not only to be seen: it can be sent.
  fireEvent.submit(field);
  expect(field.value).toBe('');
});
