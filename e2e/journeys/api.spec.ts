/** The API as programs meet it, through the one public address. */
import { expect, test } from '@playwright/test';
import { readEvents } from '../instruments/events.ts';
import { expectNoCodeFromText } from '../instruments/trusted-types.ts';
import { type ApiCaller, bodyOf, productUrl, send, signUpAtApi } from '../people/api-caller.ts';

let ada: ApiCaller;
test.beforeAll(async () => {
  ada = await signUpAtApi();
});

test('health, description and documentation are public', async () => {
  for (const path of ['/health', '/health/ready', '/docs'])
    expect((await send('GET', path)).status).toBe(200);
  const description = await bodyOf(send('GET', '/openapi.json'));
  expect(description.openapi).toMatch(/^3\.1/);
  expect(Object.keys(description.paths)).toContain('/api/{user_id}/tasks');
});

test('the documentation shows every operation, and breaks its own policy nowhere', async ({ page }) => {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      refused.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  const answer = await page.goto(productUrl('/docs'));
  const policy = answer?.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default dompurify");
  // It draws all of them before it shows one.
  await expect(page.locator('.opblock').first()).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => Reflect.get(window, 'refused'))).toEqual([]);
  await expectNoCodeFromText(page);
});

test('a task is made, read, changed, finished, deleted and restored', async () => {
  const { call } = await signUpAtApi();
  const made = await call('POST', '/tasks', { title: '  Buy milk ', priority: 'high', tags: ['home'] });
  expect(made.status).toBe(201);
  const task = await bodyOf(made);
  expect(task).toMatchObject({
    id: 1,
    title: 'Buy milk',
    completed: false,
    priority: 'high',
    tags: ['home'],
  });
  expect(made.headers.get('location')).toMatch(/\/tasks\/1$/);

  const etag = (await call('GET', '/tasks/1')).headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const changed = await call('PATCH', '/tasks/1', { title: 'Buy oat milk' }, { 'if-match': etag });
  expect(await bodyOf(changed)).toMatchObject({ title: 'Buy oat milk', priority: 'high' });
  const late = await call('PUT', '/tasks/1', { title: 'Lost update' }, { 'if-match': etag });
  expect(late.status).toBe(412);

  expect(await bodyOf(call('PATCH', '/tasks/1/complete'))).toMatchObject({ completed: true });
  expect(await bodyOf(call('GET', '/tasks?status=completed'))).toHaveLength(1);
  expect((await call('DELETE', '/tasks/1')).status).toBe(204);
  expect((await call('GET', '/tasks/1')).status).toBe(404);
  expect(await bodyOf(call('GET', '/tasks?status=trashed'))).toHaveLength(1);
  expect(await bodyOf(call('POST', '/tasks/1/restore'))).toMatchObject({ id: 1, completed: true });
});

test('a request sent twice with one key makes one task', async () => {
  const { call } = await signUpAtApi();
  const twice = () => call('POST', '/tasks', { title: 'Once' }, { 'idempotency-key': 'once' });
  const [first, second] = [await bodyOf(twice()), await bodyOf(twice())];
  expect(second).toEqual(first);
  expect(await bodyOf(call('GET', '/tasks'))).toHaveLength(1);
});

test('the chat answers as JSON and goes on as a stream', async () => {
  const { call } = await signUpAtApi();
  const answer = await bodyOf(call('POST', '/chat', { message: 'Add a task to buy groceries' }));
  expect(answer).toMatchObject({ conversation_id: 1, response: expect.stringContaining('Buy groceries') });
  expect(answer.tool_calls).toEqual([
    {
      tool: 'add_task',
      arguments: expect.objectContaining({ title: 'Buy groceries' }),
      result: { task_id: 1, status: 'created', title: 'Buy groceries' },
    },
  ]);

  const accept = { accept: 'text/event-stream' };
  const stream = await call('POST', '/chat', { conversation_id: 1, message: "What's pending?" }, accept);
  expect(stream.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const chunks: { type: string; delta?: string; messageMetadata?: object }[] = [];
  for await (const { data } of readEvents(stream)) if (data !== '[DONE]') chunks.push(JSON.parse(data));
  expect(chunks[0]).toMatchObject({ type: 'start', messageMetadata: { conversation_id: 1 } });
  expect(chunks.at(-1)).toMatchObject({ type: 'finish' });
  const deltas = chunks.filter(({ type }) => type === 'text-delta');
  expect(deltas.length).toBeGreaterThan(1);
  expect(deltas.map(({ delta }) => delta).join('')).toContain('Buy groceries');

  expect(await bodyOf(call('GET', '/conversations'))).toHaveLength(1);
  const { messages } = await bodyOf(call('GET', '/conversations/1'));
  expect(messages.map(({ role }: { role: string }) => role)).toEqual([
    'user',
    'assistant',
    'user',
    'assistant',
  ]);
});

test('changes arrive as events, and a lost connection misses none', async () => {
  const { call } = await signUpAtApi();
  const live = readEvents(await call('GET', '/events'));
  await call('POST', '/tasks', { title: 'First' });
  const { value: first } = await live.next();
  expect(first).toMatchObject({ event: 'task', id: expect.stringMatching(/^\d+$/) });
  expect(JSON.parse(first?.data ?? '')).toMatchObject({
    type: 'task.created',
    task: { id: 1, title: 'First' },
  });
  await live.return(undefined);

  await call('PATCH', '/tasks/1', { title: 'Second' });
  const resumed = readEvents(await call('GET', '/events', undefined, { 'last-event-id': first?.id ?? '' }));
  const { value: missed } = await resumed.next();
  expect(JSON.parse(missed?.data ?? '')).toMatchObject({ type: 'task.updated', task: { title: 'Second' } });
  await resumed.return(undefined);
});

test.describe('what is wrong gets a problem document', () => {
  const none = { authorization: '' };
  const forged = { authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.` };
  const cases: [string, number, () => Promise<Response>][] = [
    ['no token', 401, () => send('GET', `/api/${ada.userId}/tasks`)],
    ['an empty token', 401, () => ada.call('GET', '/tasks', undefined, none)],
    ['a forged token', 401, () => ada.call('GET', '/tasks', undefined, forged)],
    ["another user's path", 403, async () => send('GET', '/api/somebody/tasks', undefined, bearer(ada))],
    ['no title', 422, () => ada.call('POST', '/tasks', {})],
    ['a title of spaces', 422, () => ada.call('POST', '/tasks', { title: '   ' })],
    ['a title too long', 422, () => ada.call('POST', '/tasks', { title: 'x'.repeat(201) })],
    ['an unknown priority', 422, () => ada.call('POST', '/tasks', { title: 'x', priority: 'urgent' })],
    ['a day and a moment at once', 422, () => ada.call('POST', '/tasks', bothDue)],
    ['broken JSON', 400, () => ada.call('POST', '/tasks', '{"title":')],
    ['no JSON', 415, () => ada.call('POST', '/tasks', 'title=x', { 'content-type': 'text/plain' })],
    ['no such task', 404, () => ada.call('GET', '/tasks/99')],
    ['no number', 404, () => ada.call('GET', '/tasks/first')],
    ['an empty message', 422, () => ada.call('POST', '/chat', { message: '' })],
    ['no such conversation', 404, () => ada.call('POST', '/chat', { conversation_id: 99, message: 'hi' })],
    ['an unknown time zone', 422, () => ada.call('GET', '/tasks', undefined, { 'time-zone': 'Mars/North' })],
    ['no such path', 404, () => ada.call('GET', '/nothing')],
  ];
  const bothDue = { title: 'x', due_date: '2030-01-01', due_at: '2030-01-01T10:00:00Z' };
  const bearer = ({ token }: ApiCaller) => ({ authorization: `Bearer ${token}` });

  for (const [what, status, request] of cases) {
    test(what, async () => {
      const answer = await request();
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await bodyOf(answer)).toMatchObject({
        status,
        title: expect.any(String),
        type: expect.any(String),
      });
      expect(answer.status).toBe(status);
    });
  }
});
