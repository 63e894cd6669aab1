import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { renderForAda } from '../../test/render-app.tsx';
import { Composer } from './composer.tsx';

function composer(busy = false) {
  const onSend = vi.fn();
  const onStop = vi.fn();
  renderForAda(
    <Composer
      field={createRef()}
      busy={busy}
      userId="ada-1"
      conversation={undefined}
      onSend={onSend}
      onStop={onStop}
    />,
  );
  const field = screen.getByLabelText<HTMLTextAreaElement>('Message');
  return { onSend, onStop, field, type: (value: string) => fireEvent.change(field, { target: { value } }) };
}

test('Enter sends what was typed, trimmed, and empties the box', () => {
  const { onSend, field, type } = composer();
  type('  Buy milk ');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSend.mock.calls).toEqual([['Buy milk']]);
  expect(field.value).toBe('');
});

test('Shift+Enter makes a line instead', () => {
  const { onSend, field, type } = composer();
  type('Buy');
  expect(fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })).toBe(true);
  expect(onSend).not.toHaveBeenCalled();
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  'Enter that ends a character does not send (%j)',
  (how) => {
    const { onSend, field, type } = composer();
    type('かいもの');
    fireEvent.keyDown(field, { key: 'Enter', ...how });
    expect(onSend).not.toHaveBeenCalled();
  },
);

test('nothing is not sent', () => {
  const { onSend, field, type } = composer();
  type('   ');
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSend).not.toHaveBeenCalled();
});

test('while an answer comes in one can type on, and stop it', () => {
  const { onSend, onStop, field, type } = composer(true);
  type('next');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect([onSend.mock.calls.length, field.value]).toEqual([0, 'next']);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledOnce();
});

test('a double click on Send does not stop what it has sent', () => {
  const { onStop } = composer(true);
  fireEvent.click(screen.getByLabelText('Stop'), { detail: 2 });
  expect(onStop).not.toHaveBeenCalled();
});

test('a message that is too long is kept whole, and says by how much', () => {
  const { onSend, field, type } = composer();
  type('x'.repeat(3990));
  expect(screen.getByText('10 characters left')).toBeTruthy();
  type('😀'.repeat(4001));
  expect(screen.getByText('1 character too many')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect([onSend.mock.calls.length, [...field.value].length]).toEqual([0, 4001]);
});
