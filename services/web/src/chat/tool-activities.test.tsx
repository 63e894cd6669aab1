import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../test/fake-account.ts';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { currentToasts } from '../ui/toast-store.ts';
import ConversationView from './conversation-view.tsx';
// Else the first test would wait for it to be read.
import './message-list.tsx';
import type { ToolPart } from './tool-call.ts';

const MANY = 40;
let api: ReturnType<typeof withFakeApi>;
beforeEach(() => {
  api = withFakeApi();
  api.answerOnce(new Response(null, { status: 204 }), (path) => path.endsWith('/stream'));
});

type Done = 'completed' | 'created' | 'deleted' | 'updated';
const tools = {
  completed: 'complete_task',
  created: 'add_task',
  deleted: 'delete_task',
  updated: 'update_task',
} as const;

const call = (task_id: number, status: Done, more: object = {}, input: object = {}): ToolPart => ({
  type: 'dynamic-tool',
  toolName: tools[status],
  toolCallId: `${status}-${task_id}`,
  state: 'output-available',
  input: { task_id, ...input },
  output: { task_id, status, title: `Task ${task_id}`, ...more },
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function show(parts: ToolPart[]) {
  const text = { type: 'text' as const, text: 'Done.' };
  renderForAda(
    <ConversationView
      conversation={1}
      messages={[
        { id: 'u', role: 'user', parts: [{ type: 'text', text: 'complete all' }] },
        { id: 'a', role: 'assistant', metadata: { turn_id: 1 }, parts: [...parts, text] },
      ]}
      onConversation={vi.fn()}
    />,
  );
}

const bulk = () => api.requests.filter(({ url }) => url.endsWith('/bulk'));

test('many calls alike are one line that unfolds, taken back as one', async () => {
  for (const id of numbers(MANY)) api.store.add({ title: `Task ${id}`, completed: true });
  show(numbers(MANY).map((id) => call(id, 'completed')));
  const line = await screen.findByRole('button', { name: /^Completed 40 tasks/ });
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(undo.getAttribute('aria-describedby')).toBe(line.id);
  expect(screen.queryByText('Task 7')).toBeNull();
  fireEvent.click(line);
  const details = document.getElementById(line.getAttribute('aria-controls') ?? '');
  const lines = [...(details?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
  expect(lines).toHaveLength(MANY);
  expect(lines[6]).toContain('Completed Task 7');
  expect(lines.join()).not.toContain('Undo');
  fireEvent.click(line);
  fireEvent.click(undo);
  await screen.findByText('All taken back');
  expect(document.activeElement).toBe(line);
  expect([...api.store.tasks.values()].some(({ completed }) => completed)).toBe(false);
  expect(bulk()).toHaveLength(1);
});

test('few are told one by one, and each kind by itself', async () => {
  for (const id of numbers(9)) api.store.add({ title: `Task ${id}`, completed: id > 5 });
  show([...numbers(5).map((id) => call(id, 'created')), ...[6, 7, 8, 9].map((id) => call(id, 'completed'))]);
  await screen.findByRole('button', { name: /^Added 5 tasks/ });
  expect(screen.getAllByRole('button', { name: /^Completed Task \d/ })).toHaveLength(4);
  expect(await screen.findAllByRole('button', { name: 'Undo' })).toHaveLength(5);
});

test('only what still stands is taken back', async () => {
  for (const id of numbers(6)) api.store.add({ title: `Task ${id}` });
  for (const id of numbers(5)) api.store.remove(id);
  show(numbers(6).map((id) => call(id, 'deleted')));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('All taken back');
  expect(await bulk()[0]?.json()).toEqual({ action: 'restore', ids: [1, 2, 3, 4, 5] });
  expect(api.store.tasks.size).toBe(6);
});

test('what was changed goes back to what each was before, with a request for those that were alike', async () => {
  for (const id of numbers(6)) api.store.add({ title: `Task ${id}`, priority: 'high' });
  show(
    numbers(6).map((id) =>
      call(id, 'updated', { previous: { priority: id < 5 ? 'low' : 'medium' } }, { priority: 'high' }),
    ),
  );
  await screen.findByRole('button', { name: /^Changed 6 tasks/ });
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('All taken back');
  expect([...api.store.tasks.values()].map(({ priority }) => priority)).toEqual([
    ...['low', 'low', 'low', 'low'],
    ...['medium', 'medium'],
  ]);
  expect(bulk()).toHaveLength(2);
});

test('what cannot be taken back says so, and can be tried again', async () => {
  for (const id of numbers(5)) api.store.add({ title: `Task ${id}`, completed: true });
  show(numbers(5).map((id) => call(id, 'completed')));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  api.answerOnce(refusal(404, 'task-not-found'), (path) => path.endsWith('/bulk'));
  fireEvent.click(undo);
  await waitFor(() =>
    expect(currentToasts().at(-1)?.text).toBe('5 tasks could not be put back. It is no longer there.'),
  );
  fireEvent.click(undo);
  await screen.findByText('All taken back');
});
