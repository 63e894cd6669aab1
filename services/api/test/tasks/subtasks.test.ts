/** Subtasks: one level deep, and they go where their parent goes. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
  await ada.add('Move house');
  await ada.add('Pack', { parent_id: 1 });
  await ada.add('Call movers', { parent_id: 1 });
});

const ids = async (query: string) =>
  (await ada.request(`/api/{me}/tasks?${query}`)).body.map((task: Task) => task.id);
const act = (path: string, method = 'POST', body?: unknown) =>
  ada.request(`/api/{me}/tasks/${path}`, { method, body });

describe('a parent', () => {
  const parentError = async (id: number, parent_id: unknown) => {
    const answer = await act(String(id), 'PATCH', { parent_id });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, 'parent_id']);
    return answer.body.errors[0].message;
  };

  it('is another live task of the same person that is itself no subtask', async () => {
    await ada.add('Errands');
    await ada.add('Gone');
    await act('5', 'DELETE');
    const eve = await stage.person();
    for (let n = 0; n < 9; n++) await eve.add('Hers');
    expect(await parentError(4, 4)).toBe('must be another task');
    expect(await parentError(4, 5)).toBe('there is no task 5');
    expect(await parentError(4, 9)).toBe('there is no task 9');
    expect(await parentError(4, 2)).toBe('task 2 is itself a subtask: they are one level deep');
    expect(await parentError(1, 4)).toBe('task 1 has subtasks: they are one level deep');
    expect(await parentError(4, 'none')).toBe('must be the number of a task');
    const added = await ada.request('/api/{me}/tasks', {
      method: 'POST',
      body: { title: 'x', parent_id: 2 },
    });
    expect(added.body.errors[0].path).toBe('parent_id');
  });

  it('can be given and taken, and a replaced task has none', async () => {
    await ada.add('Errands');
    expect((await act('4', 'PATCH', { parent_id: 1 })).body.parent_id).toBe(1);
    expect((await act('4', 'PATCH', { parent_id: null })).body.parent_id).toBeNull();
    expect((await act('2', 'PUT', { title: 'Pack' })).body.parent_id).toBeNull();
  });
});

it('is found by its parent, in the order and the pages of every list', async () => {
  await ada.add('Errands');
  expect(await ids('parent_id=1')).toEqual([2, 3]);
  expect(await ids('parent_id=none')).toEqual([1, 4]);
  expect(await ids('sort=-id')).toEqual([4, 3, 2, 1]);
  expect((await ada.request('/api/{me}/tasks?parent_id=x')).body.errors[0].path).toBe('parent_id');
  const first = await ada.request('/api/{me}/tasks?parent_id=1&limit=1');
  const next = /<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  expect((await ada.request(next)).body.map((task: Task) => task.id)).toEqual([3]);
});

describe('the trash', () => {
  it('takes subtasks with their parent, and gives those back that went with it', async () => {
    await act('2', 'DELETE');
    await act('1', 'DELETE');
    expect(await ids('status=trashed')).toEqual([1, 2, 3]);
    await act('1/restore');
    expect(await ids('status=all')).toEqual([1, 3]);
    await act('2/restore');
    expect(await ids('parent_id=1')).toEqual([2, 3]);
  });

  it('gives a subtask back together with its parent', async () => {
    await act('1', 'DELETE');
    await act('3/restore');
    expect(await ids('status=all')).toEqual([1, 3]);
  });

  it('never makes two levels', async () => {
    await act('2', 'DELETE');
    await act('3', 'DELETE');
    await ada.add('Year of change');
    expect((await act('1', 'PATCH', { parent_id: 4 })).status).toBe(200);
    expect((await act('2/restore')).body.parent_id).toBeNull();
  });
});

describe('completing', () => {
  it('a parent completes its open subtasks, and undo opens those alone', async () => {
    await act('2/complete', 'PATCH');
    await act('1/complete', 'PATCH');
    expect(await ids('status=completed')).toEqual([1, 2, 3]);
    await ada.request('/api/{me}/undo', { method: 'POST' });
    expect(await ids('status=completed')).toEqual([2]);
  });

  it('a parent that is reopened leaves its subtasks done', async () => {
    await act('1/complete', 'PATCH');
    await act('1/complete', 'PATCH', { completed: false });
    expect(await ids('status=pending')).toEqual([1]);
  });

  it('a recurring parent makes the next one with open subtasks, as far from its date', async () => {
    await act('1', 'PATCH', { due_date: '2037-06-01', recurrence: 'FREQ=WEEKLY' });
    await act('2', 'PATCH', { due_date: '2037-05-30' });
    await act('1/complete', 'PATCH');
    const next = (await ada.request('/api/{me}/tasks?parent_id=4')).body;
    expect(next).toMatchObject([
      { id: 5, title: 'Pack', completed: false, due_date: '2037-06-06' },
      { id: 6, title: 'Call movers', completed: false, due_date: null },
    ]);
    await act('1/complete', 'PATCH', { completed: false });
    expect(await ids('status=trashed')).toEqual([4, 5, 6]);
  });
});
