/** Pages of very many conversations, and of a very long one. */
import { beforeEach, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

/** As an import brings them; those of one hour were last used at the same moment. */
async function fill(conversations: number, messages: number): Promise<void> {
  const talks = Array.from({ length: conversations }, (_, n) => ({
    title: `Talk ${n + 1}`,
    updated_at: new Date(Date.UTC(2026, 0, 1, n >> 2)).toISOString(),
    messages: Array.from({ length: messages }, (_, m) => ({
      id: `${n}-${m}`,
      role: m % 2 ? 'assistant' : 'user',
      parts: [{ type: 'text', text: `Message ${m + 1}` }],
    })),
  }));
  const file = { format: 'todo-chatbot', version: 1, conversations: talks };
  const { status } = await ada.request('/api/{me}/import', { method: 'POST', body: file });
  expect(status).toBe(200);
}

const nextOf = (headers: Headers) => /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];

/** All pages from this one on. */
async function pages(path: string): Promise<Awaited<ReturnType<Person['request']>>[]> {
  const answers = [];
  for (let next: string | undefined = path; next; ) {
    const answer: Awaited<ReturnType<Person['request']>> = await ada.request(next);
    expect(answer.status).toBe(200);
    answers.push(answer);
    next = nextOf(answer.headers);
  }
  return answers;
}

it('tells every conversation once, the last used first', async () => {
  await fill(23, 1);
  const whole = await ada.request('/api/{me}/conversations');
  expect(whole.body).toHaveLength(23);
  expect(nextOf(whole.headers)).toBeUndefined();
  const read = await pages('/api/{me}/conversations?limit=5');
  expect(read.map(({ body }) => body.length)).toEqual([5, 5, 5, 5, 3]);
  expect(read.flatMap(({ body }) => body)).toEqual(whole.body);
});

it('goes on behind the last page when a conversation is used meanwhile', async () => {
  await fill(6, 1);
  const first = await ada.request('/api/{me}/conversations?limit=3');
  await ada.request('/api/{me}/chat', { method: 'POST', body: { message: 'hello', conversation_id: 1 } });
  const rest = await ada.request(nextOf(first.headers) ?? '');
  expect(rest.body.map(({ title }: { title: string }) => title)).toEqual(['Talk 3', 'Talk 2']);
});

it('tells the newest messages first, page by page in their order', async () => {
  await fill(1, 1203);
  const newest = await ada.request('/api/{me}/conversations/1');
  const texts = ({ body }: typeof newest): string[] =>
    body.messages.map(({ parts }: { parts: { text: string }[] }) => parts[0]?.text);
  expect(texts(newest)).toEqual(Array.from({ length: 1000 }, (_, n) => `Message ${n + 204}`));
  const older = await ada.request(nextOf(newest.headers) ?? '');
  expect(older.body).toMatchObject({ id: 1, title: 'Talk 1' });
  expect(texts(older)).toEqual(Array.from({ length: 203 }, (_, n) => `Message ${n + 1}`));
  expect(nextOf(older.headers)).toBeUndefined();
  const read = await pages('/api/{me}/conversations/1?limit=500');
  expect(read.toReversed().flatMap(texts)).toEqual([...texts(older), ...texts(newest)]);
});

it.each([
  'conversations?limit=0',
  'conversations?limit=1001',
  'conversations?limit=1e2',
  'conversations?cursor=x',
  'conversations?cursor=WyIyMDI2IiwxXQ',
  'conversations?q=milk&cursor=WzFd',
  'conversations/1?cursor=WyJ4Il0',
  'conversations/1?limit=-1',
])('refuses %s', async (path) => {
  const answer = await ada.request(`/api/{me}/${path}`);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ in: 'query' }] } });
});
