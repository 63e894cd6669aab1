import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listenForSwipes } from './swipes.ts';

const onSwipe = vi.fn();

function Swiped() {
  return (
    <main ref={(main) => (main ? listenForSwipes(main, onSwipe) : undefined)}>
      <p>words</p>
      <textarea aria-label="field" />
      <pre data-testid="wide" style={{ overflowX: 'auto' }}>
        <code>program</code>
      </pre>
    </main>
  );
}

afterEach(() => {
  onSwipe.mockReset();
  document.documentElement.dir = 'ltr';
});

const finger = (clientX: number, clientY: number, target: Element) => ({
  identifier: 1,
  clientX,
  clientY,
  target,
});

/** A finger goes from one place to another. */
function swipe(target: Element, from: [number, number], to: [number, number]) {
  const [begins, ends] = [finger(...from, target), finger(...to, target)] as unknown as [Touch, Touch];
  fireEvent.touchStart(target, { touches: [begins], changedTouches: [begins] });
  fireEvent.touchEnd(target, { touches: [], changedTouches: [ends] });
}

test.each([
  ['ltr', [300, 200], [120, 215], 'end'],
  ['ltr', [120, 200], [300, 190], 'start'],
  ['rtl', [300, 200], [120, 200], 'start'],
  ['rtl', [120, 200], [300, 200], 'end'],
] as const)('read %s, from %j to %j, it turns to the %s', (dir, from, to, towards) => {
  document.documentElement.dir = dir;
  render(<Swiped />);
  swipe(screen.getByText('words'), [...from], [...to]);
  expect(onSwipe.mock.calls).toEqual([[towards]]);
});

test.each([
  ['a tap that slipped', [300, 200], [270, 200]],
  ['reading on', [300, 200], [200, 300]],
  ['from the edge, which is the system’s', [1020, 200], [700, 200]],
] as const)('%s is no swipe', (_, from, to) => {
  render(<Swiped />);
  swipe(screen.getByText('words'), [...from], [...to]);
  expect(onSwipe).not.toHaveBeenCalled();
});

test('what moves under the finger by itself is left alone', () => {
  render(<Swiped />);
  const wide = screen.getByTestId('wide');
  for (const [name, value] of [
    ['scrollWidth', 900],
    ['clientWidth', 300],
  ] as const)
    Object.defineProperty(wide, name, { value });
  for (const target of [screen.getByText('program'), screen.getByLabelText('field')])
    swipe(target, [300, 200], [100, 200]);
  expect(onSwipe).not.toHaveBeenCalled();
  swipe(screen.getByText('words'), [300, 200], [100, 200]);
  expect(onSwipe).toHaveBeenCalledOnce();
});

test('after the end nothing is told', () => {
  const { unmount } = render(<Swiped />);
  const words = screen.getByText('words');
  unmount();
  swipe(words, [300, 200], [100, 200]);
  expect(onSwipe).not.toHaveBeenCalled();
});

test('two fingers, and a finger that rests or marks words, do not turn the page', () => {
  render(<Swiped />);
  const words = screen.getByText('words');
  const [one, two] = [finger(300, 200, words), finger(100, 200, words)] as unknown as [Touch, Touch];
  fireEvent.touchStart(words, { touches: [one, two], changedTouches: [one] });
  fireEvent.touchEnd(words, { touches: [], changedTouches: [two] });

  window.getSelection()?.selectAllChildren(words);
  swipe(words, [300, 200], [100, 200]);
  expect(onSwipe).not.toHaveBeenCalled();
  window.getSelection()?.removeAllRanges();
  swipe(words, [300, 200], [100, 200]);
  expect(onSwipe).toHaveBeenCalledOnce();
});
