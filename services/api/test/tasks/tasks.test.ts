/** The task routes of the contract, over a real database. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

describe('creating', () => {
  it('answers 201 with the whole task, its address and its ETag', async () => {
    const answer = await ada.request('/api/{me}/tasks', {
      method: 'POST',
      body: {
        title: '  Buy groceries ',
        due_at: '2030-01-31T18:00:00+05:00',
        tags: ['home', 'home', ' food '],
      },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/${ada.id}/tasks/1`);
    expect(answer.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
    expect(answer.body).toEqual({
      id: 1,
      title: 'Buy groceries',
      description: '',
      completed: false,
      priority: 'medium',
      due_date: null,
      due_at: '2030-01-31T13:00:00.000Z',
      tags: ['home', 'food'],
      recurrence: null,
      parent_id: null,
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      updated_at: answer.body.created_at,
    });
    expect((await ada.request('/api/{me}/tasks/1')).body).toEqual(answer.body);
  });

  it('numbers tasks per user from 1 without gaps under 100 parallel requests', async () => {
    const created = await Promise.all(Array.from({ length: 100 }, (_, n) => ada.add(`Task ${n}`)));
    const numbers = created.map(({ id }) => id).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect((await (await stage.person()).add('Mine')).id).toBe(1);
  });

  it('answers the same under the same Idempotency-Key, even at once, and adds one task', async () => {
    const create = (title: string) =>
      ada.request('/api/{me}/tasks', {
        method: 'POST',
        body: { title },
        headers: { 'idempotency-key': 'k1' },
      });
    const answers = await Promise.all([create('Once'), create('Once'), create('Once')]);
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
    }
    expect((await ada.request('/api/{me}/tasks')).body).toHaveLength(1);
    const other = await create('Another');
    expect(other.status).toBe(422);
    expect(other.body.type).toBe('urn:todo-chatbot:problem:idempotency-key-reused');
  });
});

describe('an Idempotency-Key on changes of one task', () => {
  it.each([
    ['PATCH', '', { title: 'Changed' }],
    ['PUT', '', { title: 'Replaced' }],
    ['PATCH', '/complete', undefined],
    ['DELETE', '', undefined],
    ['POST', '/restore', undefined],
  ])('%s …%s is done once, and answered again', async (method, end, body) => {
    const { id } = await ada.add('Kept');
    if (end === '/restore') await ada.request(`/api/{me}/tasks/${id}`, { method: 'DELETE' });
    const seen = (await ada.request(`/api/{me}/tasks/${id}`)).headers.get('etag');
    // What a client sends again that never heard of the answer.
    const guard: Record<string, string> = seen && end === '' ? { 'if-match': seen } : {};
    const ask = (path = `/api/{me}/tasks/${id}${end}`) =>
      ada.request(path, { method, body, headers: { 'idempotency-key': 'once', ...guard } });
    const answers = [...(await Promise.all([ask(), ask()])), await ask()];
    for (const answer of answers) {
      expect(answer.status, JSON.stringify(answer.body)).toBe(method === 'DELETE' ? 204 : 200);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
    }
    expect((await ask(`/api/{me}/tasks/${id + 1}${end}`)).body).toMatchObject({
      status: 422,
      type: 'urn:todo-chatbot:problem:idempotency-key-reused',
    });
    // Once each: what was added, perhaps deleted before, and this.
    const undone = await ada.request('/api/{me}/undo', { method: 'POST' });
    expect(undone.status).toBe(200);
    const again = await ada.request(`/api/{me}/tasks/${id}`);
    if (end === '/restore') expect(again.status).toBe(404);
    else expect(again.body).toMatchObject({ title: 'Kept', completed: false });
  });
});

describe('changing', () => {
  it('changes what is given, replaces the rest only with PUT', async () => {
    await ada.add('First', { description: 'Long', priority: 'high', tags: ['a'], due_date: '2030-01-31' });
    const patched = await ada.request('/api/{me}/tasks/1', { method: 'PATCH', body: { title: 'Second' } });
    expect(patched.body).toMatchObject({
      title: 'Second',
      description: 'Long',
      priority: 'high',
      tags: ['a'],
    });
    const replaced = await ada.request('/api/{me}/tasks/1', { method: 'PUT', body: { title: 'Third' } });
    expect(replaced.body).toMatchObject({
      title: 'Third',
      description: '',
      priority: 'medium',
      tags: [],
      due_date: null,
    });
  });

  it('keeps a due day and a due moment apart: the one given last stays', async () => {
    await ada.add('Due', { due_date: '2030-01-31' });
    const change = (body: unknown) => ada.request('/api/{me}/tasks/1', { method: 'PATCH', body });
    const moment = { due_date: null, due_at: '2030-02-01T00:00:00.000Z' };
    expect((await change({ due_at: '2030-02-01T00:00:00Z' })).body).toMatchObject(moment);
    const day = { due_date: '2030-03-01', due_at: null };
    expect((await change({ due_date: '2030-03-01' })).body).toMatchObject(day);
    expect((await change({ due_date: null })).body).toMatchObject({ due_date: null, due_at: null });
  });

  it('refuses a change to a task that has moved on', async () => {
    await ada.add('First');
    const seen = (await ada.request('/api/{me}/tasks/1')).headers.get('etag') ?? '';
    const change = (method: string, ifMatch: string) =>
      ada.request('/api/{me}/tasks/1', {
        method,
        headers: { 'if-match': ifMatch },
        ...(method === 'DELETE' ? {} : { body: { title: 'Changed' } }),
      });
    expect((await change('PATCH', seen)).status).toBe(200);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const refused = await change(method, seen);
      expect(refused.status).toBe(412);
      expect(refused.headers.get('etag')).toBe((await ada.request('/api/{me}/tasks/1')).headers.get('etag'));
    }
    expect((await change('PUT', '*')).status).toBe(200);
    const now = (await ada.request('/api/{me}/tasks/1')).headers.get('etag') ?? '';
    expect((await ada.request('/api/{me}/tasks/1', { headers: { 'if-none-match': now } })).status).toBe(304);
    expect((await change('DELETE', `"other", W/${now}`)).status).toBe(204);
  });

  it('refuses to complete or restore a task that has moved on', async () => {
    await ada.add('First');
    const etag = async () => (await ada.request('/api/{me}/tasks/1')).headers.get('etag') ?? '';
    const ask = (method: string, end: string, ifMatch: string) =>
      ada.request(`/api/{me}/tasks/1${end}`, { method, headers: { 'if-match': ifMatch } });
    const seen = await etag();
    expect((await ask('PATCH', '/complete', seen)).body.completed).toBe(true);
    const refused = await ask('PATCH', '/complete', seen);
    expect(refused.status).toBe(412);
    expect(refused.headers.get('etag')).toBe(await etag());
    expect((await ada.request('/api/{me}/tasks/1')).body.completed).toBe(true);
    expect((await ask('DELETE', '', await etag())).status).toBe(204);
    expect((await ask('POST', '/restore', seen)).status).toBe(412);
    expect((await ada.request('/api/{me}/tasks/1')).status).toBe(404);
    expect((await ask('POST', '/restore', '*')).status).toBe(200);
  });

  it('lets one of two guarded changes through', async () => {
    await ada.add('First');
    const seen = (await ada.request('/api/{me}/tasks/1')).headers.get('etag') ?? '';
    const change = (title: string) =>
      ada.request('/api/{me}/tasks/1', { method: 'PATCH', body: { title }, headers: { 'if-match': seen } });
    const statuses = (await Promise.all([change('A'), change('B')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });
});

describe('completing', () => {
  it('sets what the body says and toggles without one', async () => {
    await ada.add('First');
    const complete = async (options: object) => {
      const answer = await ada.request('/api/{me}/tasks/1/complete', { method: 'PATCH', ...options });
      return [answer.status, answer.body.completed];
    };
    expect(await complete({ body: { completed: true } })).toEqual([200, true]);
    expect(await complete({ body: { completed: true } })).toEqual([200, true]);
    expect(await complete({})).toEqual([200, false]);
    expect(await complete({ headers: { 'content-type': 'application/json' } })).toEqual([200, true]);
    expect(await complete({ body: {} })).toEqual([200, false]);
    expect((await complete({ body: { completed: 'yes' } }))[0]).toBe(422);
    expect((await complete({ body: 'x', headers: { 'content-type': 'text/plain' } }))[0]).toBe(415);
  });
});

describe('the trash', () => {
  it('takes a deleted task and gives it back', async () => {
    await ada.add('First');
    await ada.add('Second');
    expect(await ada.request('/api/{me}/tasks/1', { method: 'DELETE' })).toMatchObject({
      status: 204,
      body: '',
    });
    const titles = async (status: string) =>
      (await ada.request(`/api/{me}/tasks?status=${status}`)).body.map((task: Task) => task.title);
    expect(await titles('all')).toEqual(['Second']);
    expect(await titles('trashed')).toEqual(['First']);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', { title: 'x' }],
      ['PUT', '', { title: 'x', completed: true }],
      ['PATCH', '', { title: 'x' }],
      ['PATCH', '/complete', undefined],
      ['DELETE', '', undefined],
    ] as const) {
      expect((await ada.request(`/api/{me}/tasks/1${path}`, { method, body })).status).toBe(404);
    }
    for (let time = 0; time < 2; time++) {
      const restored = await ada.request('/api/{me}/tasks/1/restore', { method: 'POST' });
      expect(restored).toMatchObject({ status: 200, body: { id: 1, title: 'First' } });
    }
    expect(await titles('all')).toEqual(['First', 'Second']);
    expect((await ada.add('Third')).id).toBe(3);
  });
});
