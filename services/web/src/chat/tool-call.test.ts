import { expect, test } from 'vitest';
import { type ToolPart, toolCallOf } from './tool-call.ts';

const part = (fields: object) =>
  ({
    type: 'dynamic-tool',
    toolName: 'delete_task',
    toolCallId: 'c',
    input: { task_id: 3 },
    ...fields,
  }) as ToolPart;
const data = { task_id: 3, status: 'deleted', title: 'Meeting' };

test.each([
  ['beside its text', { structuredContent: data, content: [] }],
  ['in its text', { content: [{ type: 'text', text: JSON.stringify(data) }] }],
  ['as the result itself', data],
])('data of a result is found %s', (_, output) => {
  expect(toolCallOf(part({ state: 'output-available', output }))).toMatchObject({
    known: 'delete_task',
    state: 'done',
    title: 'Meeting',
    taskId: 3,
    output: data,
  });
});

test('a tool with its own type is read like a dynamic one', () => {
  const call = toolCallOf({ ...part({ state: 'input-available' }), type: 'tool-complete_task' } as ToolPart);
  expect(call).toMatchObject({
    tool: 'complete_task',
    known: 'complete_task',
    state: 'running',
    title: '#3',
  });
});

test.each([
  [{ state: 'output-error', errorText: 'There is no task 9.' }, 'failed', 'There is no task 9.'],
  [
    {
      state: 'output-available',
      output: { isError: true, content: [{ type: 'text', text: 'There is no task 9.' }] },
    },
    'failed',
    'There is no task 9.',
  ],
  [{ state: 'approval-requested' }, 'waiting', undefined],
  [{ state: 'output-denied' }, 'denied', undefined],
  [{ state: 'input-streaming', input: undefined }, 'running', undefined],
])('the state of %j', (fields, state, output) => {
  expect(toolCallOf(part(fields))).toMatchObject({ state, output });
});

test('a tool that nobody knows keeps its name', () => {
  expect(toolCallOf(part({ state: 'input-available', toolName: 'make_coffee' }))).toMatchObject({
    tool: 'make_coffee',
    known: undefined,
  });
});
