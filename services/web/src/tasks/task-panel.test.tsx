import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SilentEventSource } from '../../test/browser-setup.ts';
import { ada, renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { apiStatus } from '../api-client/api-status.ts';
import { AwayBanner } from '../shell/away-banner.tsx';
import { useLiveUpdates } from '../shell/live-updates.ts';
import { TaskPanel } from './task-panel.tsx';

function Live() {
  useLiveUpdates(ada.id);
  return <TaskPanel />;
}

const refused = () =>
  new Response('{"detail":"The title is too long."}', {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
  });

const titles = () =>
  [...document.querySelectorAll('[aria-label="Task list"] button.cursor-text')].map(
    (button) => button.textContent,
  );

const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

test('an empty list teaches what to do', async () => {
  withFakeApi();
  renderForAda(<TaskPanel />);
  await screen.findByText('Nothing here yet');
});

test('a task is added by its title, and the box is ready for the next', async () => {
  const api = withFakeApi();
  renderForAda(<TaskPanel />);
  await screen.findByText('Nothing here yet');
  const field = screen.getByLabelText<HTMLInputElement>('Add a task');
  fireEvent.change(field, { target: { value: '  Buy milk ' } });
  fireEvent.submit(field);
  expect(field.value).toBe('');
  await screen.findByText('#1');
  expect([...api.store.tasks.values()].map(({ title }) => title)).toEqual(['Buy milk']);
  expect(titles()).toHaveLength(1);
  // Who does not see the row hears of it.
  await waitFor(() => expect(spoken()).toContain('Added Buy milk'));
});

test('a task that is typed before the list has come is in the list', async () => {
  const api = withFakeApi();
  const slow = Promise.withResolvers<Response>();
  api.answerOnce(slow.promise);
  renderForAda(<TaskPanel />);
  const field = screen.getByLabelText<HTMLInputElement>('Add a task');
  fireEvent.change(field, { target: { value: 'Buy milk' } });
  fireEvent.submit(field);
  await waitFor(() => expect(api.store.tasks.size).toBe(1));
  // Read before the task was there.
  slow.resolve(Response.json([]));
  await screen.findByText('#1');
  expect(titles()).toEqual(['Buy milk']);
});

test('a task is completed, and the counts follow', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Complete Buy milk' }));
  await screen.findByRole('checkbox', { name: 'Reopen Buy milk' });
  await waitFor(() => expect(api.store.tasks.get(1)?.completed).toBe(true));
  expect(screen.getByRole('radio', { name: 'Completed 1' })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Pending 0' }));
  await screen.findByText('All done. Enjoy the quiet.');
});

test('a task that is reopened goes up past rows that stay as they are, and keeps the focus', async () => {
  const api = withFakeApi();
  for (const title of ['Buy milk', 'Call mom', 'Book flights', 'Water plants'])
    api.store.add({ title, completed: true });
  renderForAda(<TaskPanel />);
  const checkbox = await screen.findByRole('checkbox', { name: 'Reopen Buy milk' });
  const others = titles().slice(0, -1);
  expect(others).toHaveLength(3);
  const moved: string[] = [];
  const observer = new MutationObserver((records) =>
    moved.push(...records.flatMap(({ addedNodes }) => [...addedNodes].map((row) => row.textContent ?? ''))),
  );
  observer.observe(screen.getByRole('list', { name: 'Task list' }), { childList: true });
  checkbox.focus();
  fireEvent.click(checkbox);
  const reopened = await screen.findByRole('checkbox', { name: 'Complete Buy milk' });
  expect(titles()).toEqual(['Buy milk', ...others]);
  expect(document.activeElement).toBe(reopened);
  await waitFor(() => expect(spoken()).toContain('Reopened Buy milk'));
  await waitFor(() => expect(moved).toHaveLength(1));
  expect(moved[0]).toContain('Buy milk');
  observer.disconnect();
});

test('a task that is reopened from its title by a key keeps the focus there, and one that leaves the view passes it on', async () => {
  const api = withFakeApi();
  for (const title of ['Buy milk', 'Call mom', 'Book flights']) api.store.add({ title, completed: true });
  renderForAda(<TaskPanel />);
  const title = (await screen.findByText('Call mom')).closest('button') as HTMLElement;
  title.focus();
  fireEvent.keyDown(title, { key: 'd' });
  await screen.findByRole('checkbox', { name: 'Complete Call mom' });
  expect(titles()[0]).toBe('Call mom');
  expect(document.activeElement?.textContent).toBe('Call mom');
  expect(document.activeElement).not.toBe(title);
  fireEvent.click(screen.getByRole('radio', { name: /^Completed/ }));
  const checkbox = screen.getByRole('checkbox', { name: 'Reopen Buy milk' });
  checkbox.focus();
  fireEvent.click(checkbox);
  await waitFor(() => expect(titles()).toEqual(['Book flights']));
  expect(document.activeElement?.textContent).toBe('Book flights');
});

test('a change that is refused is taken back, and says so', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByText('Buy milk'));
  const field = screen.getByLabelText('Title of task 1');
  fireEvent.change(field, { target: { value: 'Buy oats' } });
  api.answerOnce(refused());
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText(
    /Buy milk.” could not be saved, so it is as it was. The service answered: .The title is too long./,
  );
  await waitFor(() => expect(titles()).toEqual(['Buy milk']));
});

test('a title is renamed with Enter and left alone with Escape', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByText('Buy milk'));
  fireEvent.change(screen.getByLabelText('Title of task 1'), { target: { value: 'Nonsense' } });
  fireEvent.keyDown(screen.getByLabelText('Title of task 1'), { key: 'Escape' });
  fireEvent.click(await screen.findByText('Buy milk'));
  fireEvent.change(screen.getByLabelText('Title of task 1'), { target: { value: 'Buy oats' } });
  // Not prevented, the key would press the title as well.
  expect(fireEvent.keyDown(screen.getByLabelText('Title of task 1'), { key: 'Enter' })).toBe(false);
  await waitFor(() => expect(api.store.tasks.get(1)?.title).toBe('Buy oats'));
  expect(document.activeElement?.textContent).toBe('Buy oats');
  expect(titles()).toEqual(['Buy oats']);
});

test('a deleted task can be brought back', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete Buy milk' }));
  await waitFor(() => expect(titles()).toEqual([]));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles()).toEqual(['Buy milk']));
  expect(api.store.tasks.size).toBe(1);
});

test('what happens elsewhere shows here', async () => {
  const api = withFakeApi();
  const task = api.store.add({ title: 'Buy milk' });
  renderForAda(<Live />);
  await screen.findByText('Buy milk');
  const tell = (event: object) =>
    act(() => {
      SilentEventSource.latest?.dispatchEvent(new MessageEvent('task', { data: JSON.stringify(event) }));
    });
  tell({ type: 'task.created', task: { ...task, id: 2, title: 'From the other tab' } });
  await waitFor(() => expect(titles()).toEqual(['Buy milk', 'From the other tab']));
  tell({ type: 'task.updated', task: { ...task, title: 'Buy oats' } });
  tell({ type: 'task.deleted', task: { ...task, id: 2 } });
  await waitFor(() => expect(titles()).toEqual(['Buy oats']));
});

test.each(['the first list', 'a later list'])('an event that overtakes %s is not lost', async (which) => {
  const api = withFakeApi();
  const late = Promise.withResolvers<Response>();
  if (which === 'the first list') api.answerOnce(late.promise);
  renderForAda(<Live />);
  if (which === 'a later list') {
    await screen.findByText('Nothing here yet');
    api.answerOnce(late.promise);
    act(() => SilentEventSource.latest?.onopen?.());
  }
  await waitFor(() => expect(api.requests.length).toBeGreaterThan(which === 'a later list' ? 1 : 0));
  const task = api.store.add({ title: 'Buy milk' });
  const data = JSON.stringify({ type: 'task.created', task });
  act(() => void SilentEventSource.latest?.dispatchEvent(new MessageEvent('task', { data })));
  await act(async () => late.resolve(Response.json([])));
  await screen.findByText('Buy milk');
  expect(titles()).toEqual(['Buy milk']);
});

test('events in a burst make the list that they overtake be asked for once more, not once each', async () => {
  const api = withFakeApi();
  const late = Promise.withResolvers<Response>();
  api.answerOnce(late.promise);
  renderForAda(<Live />);
  await waitFor(() => expect(api.requests).toHaveLength(1));
  for (let number = 1; number <= 50; number++) {
    const task = api.store.add({ title: `Task ${number}` });
    const data = JSON.stringify({ type: 'task.created', task });
    act(() => void SilentEventSource.latest?.dispatchEvent(new MessageEvent('task', { data })));
  }
  await act(async () => late.resolve(Response.json([])));
  await waitFor(() => expect(titles()).toHaveLength(50));
  expect(api.requests).toHaveLength(2);
});

test('after an interruption the list is loaded anew', async () => {
  const api = withFakeApi();
  renderForAda(<Live />);
  await screen.findByText('Nothing here yet');
  api.store.add({ title: 'Missed meanwhile' });
  act(() => {
    SilentEventSource.latest?.onerror?.();
    SilentEventSource.latest?.onopen?.();
  });
  await screen.findByText('Missed meanwhile');
});

test('a list that cannot be loaded says so and can be asked for again', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  api.answerOnce(new Response('{}', { status: 500 }));
  renderForAda(<TaskPanel />);
  await screen.findByText('Your tasks could not be loaded.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Buy milk');
});

test('hostile titles and tags are words', async () => {
  const api = withFakeApi();
  const evil = '<img src=x onerror=alert(1)>';
  api.store.add({ title: evil, tags: [evil], priority: 'high' });
  const { container } = renderForAda(<TaskPanel />);
  expect(await screen.findAllByText(evil)).toHaveLength(2);
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getByText('High priority')).toBeTruthy();
});

test('while the api is away what is done is shown as waiting, and is saved when it is back', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(
    <>
      <AwayBanner />
      <TaskPanel />
    </>,
  );
  const box = await screen.findByRole('checkbox', { name: 'Complete Buy milk' });
  api.answerOnce(new Response('{}', { status: 503 }), (path) => path.endsWith('/complete'));
  fireEvent.click(box);
  await screen.findByText('Waiting to be saved');
  expect(screen.getByText(/The todo service is away.*1 change is waiting/)).toBeTruthy();
  expect(screen.queryByText(/could not be saved/)).toBeNull();
  // It is asked for again and again, and answers this time.
  await waitFor(() => expect(api.store.tasks.get(1)?.completed).toBe(true));
  await waitFor(() => expect(screen.queryByText('Waiting to be saved')).toBeNull());
});

test('what waits is taken back with Ctrl-Z, and is never sent', async () => {
  const api = withFakeApi();
  api.store.add({ title: 'Buy milk' });
  renderForAda(<TaskPanel />);
  const box = await screen.findByRole('checkbox', { name: 'Complete Buy milk' });
  api.answerOnce(new Response('{}', { status: 503 }), (path) => path.endsWith('/complete'));
  fireEvent.click(box);
  await screen.findByText('Waiting to be saved');
  fireEvent.keyDown(document.body, { code: 'KeyZ', key: 'z', ctrlKey: true });
  await screen.findByText(/Taken back/);
  expect(screen.getByRole('checkbox', { name: 'Complete Buy milk' })).toBeTruthy();
  await waitFor(() => expect(apiStatus()).toBe('here'));
  expect(api.requests.filter(({ url }) => url.endsWith('/complete'))).toHaveLength(1);
});
