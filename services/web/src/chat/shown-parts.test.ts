import { expect, test } from 'vitest';
import { shownParts } from './shown-parts.ts';
import type { ToolPart } from './tool-call.ts';

let last = 0;
const call = (state: 'running' | 'failed' | 'completed' | 'looked'): ToolPart => {
  last += 1;
  const known = { type: 'dynamic-tool', toolCallId: `call-${last}`, input: { task_id: last } } as const;
  const toolName = state === 'looked' ? 'list_tasks' : 'complete_task';
  if (state === 'running') return { ...known, toolName, state: 'input-available' };
  if (state === 'failed') return { ...known, toolName, state: 'output-error', errorText: 'no' };
  return { ...known, toolName, state: 'output-available', output: { task_id: last, status: state } };
};
const text = (words: string) => ({ type: 'text' as const, text: words });
const times = (count: number, make: () => ToolPart) => Array.from({ length: count }, make);
const sizes = (parts: Parameters<typeof shownParts>[0]) =>
  shownParts(parts).map((shown) => ('text' in shown ? shown.text : shown.parts.length));

test('while many are carried out there is a line for those done and one for those to come', () => {
  const done = times(20, () => call('completed'));
  const running = times(30, () => call('running'));
  expect(sizes([...done, ...running])).toEqual([20, 30]);
  const next = [...times(21, () => call('completed')), ...times(29, () => call('running'))];
  // The same lines, whatever is told in them by now.
  expect(shownParts(next).map(({ key }) => key)).toEqual(
    shownParts([...done, ...running]).map(({ key }) => key),
  );
});

test('words between them keep them apart, and what failed is told by itself', () => {
  const five = () => times(5, () => call('completed'));
  expect(sizes([...five(), text('And more:'), ...five(), ...times(6, () => call('failed'))])).toEqual([
    5,
    'And more:',
    5,
    6,
  ]);
});

test('what only looked is told each time, and few stay where they are', () => {
  const looked = times(6, () => call('looked'));
  expect(sizes(looked)).toEqual([1, 1, 1, 1, 1, 1]);
  const [first, second] = [call('completed'), call('failed')];
  expect(
    shownParts([first, second, call('completed')])
      .map(({ key }) => key)
      .slice(0, 2),
  ).toEqual([first.toolCallId, second.toolCallId]);
});
