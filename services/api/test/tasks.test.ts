/** The task routes of the contract, over a real database. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../src/tasks/schema.ts';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;

beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());
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

describe('listing', () => {
  const titles = async (query: string) => {
    const answer = await ada.request(`/api/{me}/tasks?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.map((task: Task) => task.title);
  };

  it('filters by status, words, priority and tag', async () => {
    await ada.add('Buy MILK', { tags: ['food'], description: 'two litres' });
    await ada.add('Call 100% mum', { priority: 'high' });
    await ada.request('/api/{me}/tasks/2/complete', { method: 'PATCH' });
    expect(await titles('status=pending')).toEqual(['Buy MILK']);
    expect(await titles('status=completed')).toEqual(['Call 100% mum']);
    expect(await titles('status=all&q=&priority=&tag=&sort=&cursor=&limit=')).toHaveLength(2);
    expect(await titles('q=milk')).toEqual(['Buy MILK']);
    expect(await titles('q=litres%20buy')).toEqual(['Buy MILK']);
    expect(await titles('q=FOOD')).toEqual(['Buy MILK']);
    expect(await titles('q=100%25')).toEqual(['Call 100% mum']);
    expect(await titles('q=1_0')).toEqual([]);
    expect(await titles('priority=high')).toEqual(['Call 100% mum']);
    expect(await titles('tag=food')).toEqual(['Buy MILK']);
  });

  it('sorts by each field, undated tasks last both ways', async () => {
    await ada.add('b', { due_date: '2030-01-02' });
    await ada.add('A', { due_at: '2030-01-02T12:00:00Z', priority: 'low' });
    await ada.add('c', { priority: 'high' });
    expect(await titles('sort=title')).toEqual(['A', 'b', 'c']);
    expect(await titles('sort=-title')).toEqual(['c', 'b', 'A']);
    expect(await titles('sort=due')).toEqual(['A', 'b', 'c']);
    expect(await titles('sort=-due')).toEqual(['b', 'A', 'c']);
    expect(await titles('sort=priority')).toEqual(['A', 'b', 'c']);
    expect(await titles('sort=-id')).toEqual(['c', 'A', 'b']);
  });

  it('neither skips nor repeats across pages, whatever the order and the page', async () => {
    const words = ['x', 'X', 'y', 'é', '😀', 'a b'];
    for (let n = 0; n < 23; n++) {
      const due = [{}, { due_date: '2030-01-31' }, { due_at: '2030-01-31T10:00:00Z' }][n % 3];
      await ada.add(words[n % words.length] ?? '', { ...due, priority: ['low', 'medium', 'high'][n % 3] });
    }
    const sorts = ['id', 'created_at', 'updated_at', 'title', 'due', 'priority'].flatMap((sort) => [
      sort,
      `-${sort}`,
    ]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 1, max: 24 }), async (sort, limit) => {
        const whole = (await ada.request(`/api/{me}/tasks?sort=${sort}`)).body.map((task: Task) => task.id);
        const paged: number[] = [];
        let path: string | undefined = `/api/{me}/tasks?sort=${sort}&limit=${limit}`;
        while (path) {
          const answer = await ada.request(path);
          expect(answer.body.length).toBeLessThanOrEqual(limit);
          paged.push(...answer.body.map((task: Task) => task.id));
          path = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
        }
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(23);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its place while tasks are added and deleted', async () => {
    for (let n = 1; n <= 6; n++) await ada.add(`Task ${n}`);
    const first = await ada.request('/api/{me}/tasks?limit=3');
    await ada.request('/api/{me}/tasks/2', { method: 'DELETE' });
    await ada.request('/api/{me}/tasks/5', { method: 'DELETE' });
    await ada.add('Task 7');
    const next = /<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await ada.request(next)).body.map((task: Task) => task.id)).toEqual([4, 6, 7]);
  });

  it('refuses a cursor that was made up or belongs to another order', async () => {
    await ada.add('a');
    await ada.add('b');
    const link = (await ada.request('/api/{me}/tasks?sort=title&limit=1')).headers.get('link') ?? '';
    const cursor = /cursor=([^&>]+)/.exec(link)?.[1];
    const forged = Buffer.from(JSON.stringify({ s: 'due', k: 'soon', i: 1 })).toString('base64url');
    for (const query of [`sort=id&cursor=${cursor}`, 'cursor=zzz', `sort=due&cursor=${forged}`]) {
      const answer = await ada.request(`/api/{me}/tasks?${query}`);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
    }
  });
});
