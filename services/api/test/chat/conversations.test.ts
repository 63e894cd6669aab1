/** Conversations over HTTP: found by their words, renamed, exported; and each of them one person's alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;
beforeEach(async () => {
  ada = await stage.person();
});

const say = async (message: string, conversation_id?: number, person = ada) => {
  const answer = await person.request('/api/{me}/chat', {
    method: 'POST',
    body: { message, conversation_id },
  });
  return answer.body.conversation_id as number;
};
const search = async (q: string, person = ada) => {
  const { body } = await person.request(`/api/{me}/conversations?q=${encodeURIComponent(q)}`);
  return body as { id: number; title: string; excerpt: string | null }[];
};
const idsOf = async (q: string, person = ada) => (await search(q, person)).map(({ id }) => id);
const rename = (id: number | string, body: unknown, person = ada) =>
  person.request(`/api/{me}/conversations/${id}`, { method: 'PATCH', body });

describe('search', () => {
  it('finds words of titles and of messages of both sides, the last used first', async () => {
    await say('Add a task to buy oat milk');
    await say('hello');
    await say('Add a task to call Ümit', 2);
    await say('add bread');
    expect(await idsOf('milk')).toEqual([1]);
    expect(await idsOf('MILK oat')).toEqual([1]);
    expect(await idsOf('ümit')).toEqual([2]);
    expect(await idsOf('add')).toEqual([3, 2, 1]);
    expect(await idsOf('milk bread')).toEqual([]);
    expect(await idsOf('  ')).toEqual([3, 2, 1]);
    const [found] = await search('ümit hello');
    expect(found).toMatchObject({ id: 2, title: 'Hello' });
    expect(found?.excerpt).toContain('Ümit');
  });

  it('says no excerpt where only the title holds the words', async () => {
    const id = await say('hello');
    await rename(id, { title: 'Holiday plans' });
    expect(await search('holiday')).toEqual([
      expect.objectContaining({ id, title: 'Holiday plans', excerpt: null }),
    ]);
  });

  it('takes every character for itself, and looks into nothing but words that were said', async () => {
    await say('Add a task to reach 100% of "it" \\ now_or');
    await say('hello');
    for (const q of ['100%', '"it"', '\\', 'now_or']) expect(await idsOf(q), q).toEqual([1]);
    for (const q of ['1%0', 'n_w', "' or true --", 'toolCallId', 'dynamic-tool', 'time_zone'])
      expect(await idsOf(q), q).toEqual([]);
  });

  it("never finds another person's", async () => {
    await say('Add a task to buy oat milk');
    const eve = await stage.person();
    await say('Add a task to sell milk', undefined, eve);
    expect(await search('oat', eve)).toEqual([]);
    expect((await search('milk', eve)).map(({ excerpt }) => excerpt).join()).not.toContain('oat');
  });

  it('refuses a query that nobody types', async () => {
    const answer = await ada.request(`/api/{me}/conversations?q=${'x'.repeat(201)}`);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'q' }] } });
  });
});

describe('renaming', () => {
  it('changes the title alone, tells it to every page, and leaves the order', async () => {
    const id = await say('hello');
    await say('add bread');
    const [, before] = (await ada.request('/api/{me}/conversations')).body;
    const renamed = await rename(id, { title: '  Plans ' });
    expect(renamed).toMatchObject({ status: 200, body: { ...before, title: 'Plans' } });
    const list = (await ada.request('/api/{me}/conversations')).body;
    expect(list.map(({ title }: { title: string }) => title)).toEqual(['Add bread', 'Plans']);
    const [event] = await stage.sql.begin(async (sql) => {
      await sql`select set_config('role', 'todo_system', true)`;
      return sql`select data from events where user_id = ${ada.id} order by id desc limit 1`;
    });
    expect(event?.data).toEqual({ type: 'conversation.updated', conversation: renamed.body });
  });

  it.each([
    ['no title', {}],
    ['an empty title', { title: ' ' }],
    ['a long title', { title: 'x'.repeat(201) }],
    ['a title of another type', { title: 7 }],
    ['a NUL', { title: 'a\0b' }],
  ])('is refused with %s', async (_, body) => {
    const id = await say('hello');
    expect(await rename(id, body)).toMatchObject({ status: 422, body: { errors: [{ path: 'title' }] } });
    expect((await ada.request(`/api/{me}/conversations/${id}`)).body.title).toBe('Hello');
  });

  it('finds only what is there and one’s own', async () => {
    const id = await say('hello');
    const eve = await stage.person();
    for (const answer of [await rename(99, { title: 'x' }), await rename(id, { title: 'x' }, eve)]) {
      expect(answer).toMatchObject({
        status: 404,
        body: { type: expect.stringContaining('conversation-not-found') },
      });
    }
    expect((await rename('x', { title: 'x' })).status).toBe(404);
  });
});

describe('export', () => {
  const file = (id: number, query = '', person = ada) =>
    person.request(`/api/{me}/conversations/${id}/export${query}`);

  it('is a Markdown file by default, and JSON when asked', async () => {
    const id = await say('Add a task to buy milk');
    const markdown = await file(id);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toContain('filename="Add-a-task-to-buy-milk.md"');
    expect(markdown.body).toMatch(/^# Add a task to buy milk\n/);
    expect(markdown.body).toContain('- add_task `{"title":"Buy milk"}` → ');
    const asJson = await file(id, '?format=json');
    expect(asJson.headers.get('content-disposition')).toContain('.json"');
    const { messages, ...head } = asJson.body;
    const stored = (await ada.request(`/api/{me}/conversations/${id}`)).body;
    expect({
      ...head,
      messages: messages.map(({ created_at: _, ...rest }: object & { created_at: string }) => rest),
    }).toEqual(stored);
    expect(Date.parse(messages[0].created_at)).toBeGreaterThan(0);
  });

  it('is refused in unknown formats, for what is not there and to others', async () => {
    const id = await say('hello');
    expect(await file(id, '?format=pdf')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'format' }] },
    });
    expect((await file(99)).status).toBe(404);
    expect((await file(id, '', await stage.person())).status).toBe(404);
  });
});
