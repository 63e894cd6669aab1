import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useStickToEnd } from './use-stick-to-end.ts';

let grow = () => {};

class Observer {
  constructor(callback: () => void) {
    grow = callback;
  }
  observe() {}
  disconnect() {}
}

afterEach(() => vi.unstubAllGlobals());

function Conversation() {
  const { view, toEnd } = useStickToEnd();
  return (
    <>
      <div ref={view} data-testid="view">
        <button type="button" aria-expanded={false}>
          unfold
        </button>
        <button type="button">undo</button>
      </div>
      <button type="button" onClick={toEnd}>
        to the end
      </button>
    </>
  );
}

test('the end is followed, but not away from what somebody unfolds', () => {
  vi.stubGlobal('ResizeObserver', Observer);
  render(<Conversation />);
  const follow = vi.spyOn(screen.getByTestId('view'), 'scrollTo');
  const grown = () => {
    follow.mockClear();
    act(() => grow());
    return follow.mock.calls.length;
  };
  expect(grown()).toBe(1);
  fireEvent.click(screen.getByText('undo'));
  expect(grown()).toBe(1);
  fireEvent.click(screen.getByText('unfold'));
  expect(grown()).toBe(0);
  fireEvent.click(screen.getByText('to the end'));
  expect(grown()).toBe(1);
});
