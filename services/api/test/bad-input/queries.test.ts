/** Queries that say no text, or numbers in another way than in digits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await createStage();
  ada = await stage.person();
  await ada.add('100 % done', { tags: ['50%'] });
});
afterAll(() => stage.close());

describe('a query that is not percent-encoded UTF-8', () => {
  it.each([
    ['a byte of no character', '/tasks?q=%FF', ['q']],
    ['a lone surrogate', '/tasks?limit=5&q=%ED%A0%80', ['q']],
    ['a sign alone', '/tasks?q=%', ['q']],
    ['a name', '/tasks?%C3=1', ['']],
    ['two at once', '/tasks?tag=%E0%80&q=%ZZ', ['tag', 'q']],
    ['one that nobody reads', '/conversations?x=%FF', ['x']],
  ])('is refused by its name: %s', async (_, path, names) => {
    const { status, body } = await ada.request(`/api/{me}${path}`);
    expect(status).toBe(422);
    expect(body.errors).toEqual(
      names.map((name) => ({ in: 'query', path: name, message: 'must be text in UTF-8, percent-encoded' })),
    );
  });

  it('is told from one that is', async () => {
    for (const query of ['q=100+%25', 'tag=50%25', 'q=%C3%A9+or+%F0%9F%98%80']) {
      expect((await ada.request(`/api/{me}/tasks?${query}`)).status).toBe(200);
    }
    expect((await ada.request('/api/{me}/tasks?tag=50%25')).body).toHaveLength(1);
  });
});

describe('a number in a query', () => {
  it.each([
    ['limit', '0x10'],
    ['limit', '1e1'],
    ['limit', '5.0'],
    ['limit', '%205'],
    ['limit', '١'],
    ['limit', 'true'],
    ['limit', '501'],
    ['parent_id', '0x1'],
    ['parent_id', '1.0'],
    ['parent_id', '+1'],
  ])('is written in digits, within bounds: %s=%s', async (name, value) => {
    const { status, body } = await ada.request(`/api/{me}/tasks?${name}=${value}`);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ in: 'query', path: name }]);
  });

  it('is taken as it is', async () => {
    for (const query of ['limit=1', 'limit=0200', 'limit=', 'parent_id=1', 'parent_id=none']) {
      expect((await ada.request(`/api/{me}/tasks?${query}`)).status, query).toBe(200);
    }
  });
});
