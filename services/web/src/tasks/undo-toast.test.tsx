import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { SilentEventSource } from '../../test/browser-setup.ts';
import { ada, renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { Task, UserEvent } from '../api-client/types.ts';
import { useLiveUpdates } from '../shell/live-updates.ts';
import { TaskPanel } from './task-panel.tsx';

function Live() {
  useLiveUpdates(ada.id);
  return <TaskPanel />;
}

let api: ReturnType<typeof withFakeApi>;
let task: Task;
beforeEach(async () => {
  api = withFakeApi();
  task = api.store.add({ title: 'Buy milk' });
  api.store.add({ title: 'Call mom' });
  renderForAda(<Live />);
  await screen.findByText('Buy milk');
});

const undo = () => screen.queryByRole('button', { name: 'Undo' });
const offered = () => waitFor(() => expect(undo()).toBeTruthy());
const gone = () => waitFor(() => expect(undo()).toBeNull());
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const hear = (event: UserEvent) =>
  act(() => {
    SilentEventSource.latest?.dispatchEvent(new MessageEvent('task', { data: JSON.stringify(event) }));
  });
const later = (fields: Partial<Task>) => ({
  ...task,
  ...fields,
  updated_at: new Date(Date.now() + 1000).toISOString(),
});

test('what was restored elsewhere cannot be restored here again', async () => {
  press('Delete Buy milk');
  await offered();
  hear({ type: 'task.updated', task: later({ id: 2, title: 'Call mother' }) });
  await screen.findByText('Call mother');
  expect(undo()).toBeTruthy();
  hear({ type: 'task.restored', task });
  await gone();
});

test('nor can what was restored out of the trash', async () => {
  press('Delete Buy milk');
  await offered();
  press('Trash');
  fireEvent.click(await screen.findByRole('button', { name: 'Restore Buy milk' }));
  await gone();
  await screen.findByText(/^Restored/);
});

test('what was done to the task since takes the way back away', async () => {
  fireEvent.click(screen.getByRole('checkbox', { name: 'Complete Buy milk' }));
  await offered();
  hear({ type: 'task.updated', task: api.store.tasks.get(1) as Task });
  expect(undo()).toBeTruthy();
  hear({ type: 'task.updated', task: later({ completed: true, title: 'Buy oats' }) });
  await gone();
});

test('so does doing the opposite in the list', async () => {
  fireEvent.click(screen.getByRole('checkbox', { name: 'Complete Buy milk' }));
  await offered();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Reopen Buy milk' }));
  await gone();
});

test('of several tasks one is enough', async () => {
  press('Select tasks');
  fireEvent.click(await screen.findByRole('button', { name: 'Select all' }));
  press('Delete');
  await offered();
  expect(screen.getByText('Deleted 2 tasks')).toBeTruthy();
  hear({ type: 'task.restored', task });
  await gone();
});
