import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { Task } from '../api-client/types.ts';
import { TaskPanel } from './task-panel.tsx';

let api: ReturnType<typeof withFakeApi>;
beforeEach(() => {
  api = withFakeApi();
});

const list = () => screen.getByRole('list', { name: 'Task list' });
const titles = () => [...list().querySelectorAll('[data-task]')].map(({ textContent }) => textContent);
const stored = (id: number) => api.store.tasks.get(id);
const sent = (method: string) => api.requests.filter((request) => request.method === method);

async function openDetails(fields: Partial<Task>) {
  api.store.add(fields);
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByRole('button', { name: `Details of ${fields.title}` }));
  return screen.findByRole('textbox', { name: 'Notes' });
}

test('what is typed is understood before it is added, and a reading can be refused', async () => {
  renderForAda(<TaskPanel />);
  await screen.findByText('Nothing here yet');
  const field = screen.getByLabelText<HTMLInputElement>('Add a task');
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: 'Watch Friday every month #film !high' } });
  await screen.findByText(/^Understood: film, High priority, every month, Due Friday/);
  fireEvent.click(screen.getByRole('button', { name: /keep “.*Friday.*” in the title/ }));
  await screen.findByText('Understood: film, High priority, every month');
  fireEvent.submit(field);
  await waitFor(() => expect(api.store.tasks.size).toBe(1));
  expect(stored(1)).toMatchObject({
    title: 'Watch Friday',
    due_date: null,
    recurrence: 'FREQ=MONTHLY',
    tags: ['film'],
    priority: 'high',
  });
  await screen.findByText('every month');
});

test('each field is edited where the task stands', async () => {
  const notes = await openDetails({ title: 'Plants', due_date: '2030-01-07' });
  fireEvent.change(notes, { target: { value: 'Only the green ones' } });
  fireEvent.blur(notes);
  await waitFor(() => expect(stored(1)?.description).toBe('Only the green ones'));
  fireEvent.click(screen.getByRole('radio', { name: 'High' }));
  await waitFor(() => expect(stored(1)?.priority).toBe('high'));
  fireEvent.change(screen.getByRole('combobox', { name: 'Repeats' }), { target: { value: 'WEEKLY' } });
  await waitFor(() => expect(stored(1)?.recurrence).toBe('FREQ=WEEKLY;BYDAY=MO'));
  fireEvent.click(await screen.findByRole('button', { name: 'Thursday' }));
  await waitFor(() => expect(stored(1)?.recurrence).toBe('FREQ=WEEKLY;BYDAY=MO,TH'));
  await screen.findByText('every Monday and Thursday');
  const tags = screen.getByRole('textbox', { name: 'Tags' });
  fireEvent.change(tags, { target: { value: '#home' } });
  fireEvent.keyDown(tags, { key: 'Enter' });
  await waitFor(() => expect(stored(1)?.tags).toEqual(['home']));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove the tag home' }));
  expect(document.activeElement).toBe(tags);
  await waitFor(() => expect(stored(1)?.tags).toEqual([]));
  fireEvent.click(screen.getByRole('button', { name: 'No due date' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Day'));
  await waitFor(() => expect(stored(1)).toMatchObject({ due_date: null, due_at: null, recurrence: null }));
});

test('half a date takes no date away', async () => {
  await openDetails({ title: 'Plants', due_date: '2030-01-07' });
  const day = screen.getByLabelText<HTMLInputElement>('Day');
  // What a browser does when one of the three numbers is erased.
  fireEvent.change(day, { target: { value: '' } });
  day.setCustomValidity('The day is missing.');
  fireEvent.blur(day);
  await waitFor(() => expect(day.value).toBe('2030-01-07'));
  expect(sent('PATCH')).toHaveLength(0);
});

test('a task that is deleted from its details hands the focus on', async () => {
  api.store.add({ title: 'Milk' });
  await openDetails({ title: 'Plants' });
  const button = screen.getByRole('button', { name: 'Delete' });
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(titles()).toEqual(['Milk']));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Milk'));
});

test('Escape gives up what is typed, then closes', async () => {
  const notes = await openDetails({ title: 'Plants', description: 'Before' });
  fireEvent.change(notes, { target: { value: 'After' } });
  fireEvent.keyDown(notes, { key: 'Escape' });
  expect((notes as HTMLTextAreaElement).value).toBe('Before');
  fireEvent.keyDown(notes, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Notes' })).toBeNull();
  expect(document.activeElement?.textContent).toBe('Plants');
  expect(sent('PATCH')).toHaveLength(0);
});

test('when somebody else changed the same, theirs is shown and mine is offered', async () => {
  api.store.add({ title: 'Milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByText('Milk'));
  api.store.change(1, { title: 'Oat milk' });
  fireEvent.change(screen.getByLabelText('Title of task 1'), { target: { value: 'Soy milk' } });
  fireEvent.keyDown(screen.getByLabelText('Title of task 1'), { key: 'Enter' });
  await screen.findByText(/was changed elsewhere at the same time/);
  expect(stored(1)?.title).toBe('Oat milk');
  expect(titles()).toEqual(['Oat milk']);
  fireEvent.click(screen.getByRole('button', { name: 'Use mine' }));
  await waitFor(() => expect(stored(1)?.title).toBe('Soy milk'));
});

test('what somebody else changed of another field stays', async () => {
  api.store.add({ title: 'Milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByText('Milk'));
  api.store.change(1, { priority: 'high' });
  fireEvent.change(screen.getByLabelText('Title of task 1'), { target: { value: 'Soy milk' } });
  fireEvent.keyDown(screen.getByLabelText('Title of task 1'), { key: 'Enter' });
  await waitFor(() => expect(stored(1)).toMatchObject({ title: 'Soy milk', priority: 'high' }));
  await screen.findByText('High priority');
});

test('a change that meets another on its way is read and made again', async () => {
  api.store.add({ title: 'Milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByText('Milk'));
  fireEvent.change(screen.getByLabelText('Title of task 1'), { target: { value: 'Soy milk' } });
  const task = Response.json(stored(1), { headers: { etag: '"seen"' } });
  const changed = Response.json({ detail: 'changed' }, { status: 412 });
  api.answerOnce(task, (path) => path.endsWith('/tasks/1'));
  api.answerOnce(changed, (path) => path.endsWith('/tasks/1'));
  fireEvent.keyDown(screen.getByLabelText('Title of task 1'), { key: 'Enter' });
  await waitFor(() => expect(stored(1)?.title).toBe('Soy milk'));
  expect(sent('PATCH').map(({ headers }) => headers.get('if-match'))).toEqual(['"seen"', null]);
});

test('parts are added under the whole, which tells how many are done', async () => {
  await openDetails({ title: 'Party' });
  const field = screen.getByRole('textbox', { name: 'Add a step to Party' });
  for (const value of ['Cake', 'Guests']) {
    fireEvent.change(field, { target: { value } });
    fireEvent.submit(field);
  }
  await waitFor(() => expect(api.store.tasks.size).toBe(3));
  expect(stored(2)?.parent_id).toBe(1);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Complete Cake' }));
  expect(await screen.findAllByText('1 of 2 done')).toHaveLength(2);
});

test('completing one that recurs names the next', async () => {
  api.store.add({ title: 'Plants', due_date: '2030-01-07', recurrence: 'FREQ=WEEKLY;BYDAY=MO' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Complete Plants' }));
  await screen.findByText(/The next one is due Jan 14, 2030/);
  expect(await screen.findByRole('checkbox', { name: 'Complete Plants' })).toBeTruthy();
});

test('Ctrl-Z is the key that says Z, wherever a keyboard has it', async () => {
  api.store.add({ title: 'Milk' });
  renderForAda(<TaskPanel />);
  await screen.findByText('Milk');
  const asked = () => sent('POST').filter(({ url }) => url.endsWith('/undo'));
  fireEvent.keyDown(document.body, { key: 'z', code: 'KeyY', ctrlKey: true });
  await screen.findByText('There is nothing to undo.');
  fireEvent.keyDown(document.body, { key: 'y', code: 'KeyZ', ctrlKey: true });
  expect(asked()).toHaveLength(1);
});

test('Ctrl-Z takes back, but not while somebody types', async () => {
  api.store.add({ title: 'Milk' });
  renderForAda(<TaskPanel />);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Complete Milk' }));
  await waitFor(() => expect(stored(1)?.completed).toBe(true));
  fireEvent.keyDown(screen.getByLabelText('Add a task'), { code: 'KeyZ', key: 'z', ctrlKey: true });
  expect(sent('POST')).toHaveLength(0);
  fireEvent.keyDown(document.body, { code: 'KeyZ', key: 'z', ctrlKey: true });
  await waitFor(() => expect(stored(1)?.completed).toBe(false));
  await screen.findByText(/Taken back/);
  fireEvent.keyDown(document.body, { code: 'KeyZ', key: 'z', metaKey: true });
  await screen.findByText('There is nothing to undo.');
});

test('a list is searched as one types, by words and tags, and with a typing error', async () => {
  for (const [title, tags] of [
    ['Buy milk', ['home']],
    ['Call Sara', []],
    ['Café', []],
  ] as const)
    api.store.add({ title, tags: [...tags] });
  renderForAda(<TaskPanel />);
  await screen.findByText('Buy milk');
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search tasks' });
  field.focus();
  const search = (value: string) => fireEvent.change(field, { target: { value } });
  search('cafe');
  await waitFor(() => expect(titles()).toEqual(['Café']));
  search('');
  fireEvent.click(await screen.findByRole('button', { name: 'home' }));
  await waitFor(() => expect(titles()).toEqual(['Buy milk']));
  expect(field.value).toBe('#home ');
  search('clal');
  await waitFor(() => expect(titles()).toEqual(['Call Sara', 'Café']));
  search('zzz');
  await screen.findByText(/No task has “\u2068zzz\u2069”/);
  fireEvent.click(screen.getAllByRole('button', { name: 'Clear the search' })[0] as HTMLElement);
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('what is looked at survives a reload', async () => {
  api.store.add({ title: 'Buy milk' });
  api.store.add({ title: 'Call Sara' });
  const page = renderForAda(<TaskPanel />);
  await screen.findByText('Buy milk');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'sara' } });
  page.unmount();
  renderForAda(<TaskPanel />);
  await waitFor(() => expect(titles()).toEqual(['Call Sara']));
});

test('a long list is drawn as far as it is looked at', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  for (let number = 1; number <= 130; number += 1) api.store.add({ title: `Task number ${number}` });
  renderForAda(<TaskPanel />);
  await screen.findByText('Task number 1');
  expect(within(list()).getAllByRole('listitem')).toHaveLength(50);
  fireEvent.click(screen.getByRole('button', { name: 'Show 80 more' }));
  await waitFor(() => expect(within(list()).getAllByRole('listitem')).toHaveLength(130));
});

test('quick edits of a task are all saved, though the answer to the first comes after the second is made', async () => {
  await openDetails({ title: 'Plants', due_date: '2030-01-07' });
  const here = (path: string) => path.endsWith('/tasks/1');
  const due = () => screen.getByLabelText<HTMLInputElement>('Day').value;
  const repeats = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Repeats' }).value;
  const [firstAnswer, secondReading] = [Promise.withResolvers<Response>(), Promise.withResolvers<Response>()];
  api.answerOnce(Response.json(stored(1)), here);
  api.answerOnce(firstAnswer.promise, here);
  api.answerOnce(secondReading.promise, here);

  fireEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
  await waitFor(() => expect(due()).not.toBe('2030-01-07'));
  fireEvent.change(screen.getByRole('combobox', { name: 'Repeats' }), { target: { value: 'MONTHLY' } });
  await waitFor(() => expect(repeats()).toBe('MONTHLY'));
  await waitFor(() => expect(sent('PATCH')).toHaveLength(1));
  firstAnswer.resolve(Response.json(api.store.change(1, { due_date: due() })));
  await screen.findByText(/^Changed/);
  // The answer to the first knows nothing of the second, which is still shown, and stands when there is a third.
  expect(repeats()).toBe('MONTHLY');
  fireEvent.click(screen.getByRole('button', { name: 'In a week' }));
  const inAWeek = due();
  secondReading.resolve(Response.json(stored(1)));
  await waitFor(() => expect(stored(1)).toMatchObject({ due_date: inAWeek, recurrence: 'FREQ=MONTHLY' }));
  expect(screen.queryByText(/was changed elsewhere/)).toBeNull();
});
