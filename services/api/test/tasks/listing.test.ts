/** Lists of tasks: what they hold, in which order, page by page. */
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

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
