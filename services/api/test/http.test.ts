/** What all routes share: problems, headers, limits, and the description of it all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await createStage();
  ada = await stage.person();
  await ada.add('First');
});
afterAll(() => stage.close());

describe('every wrong request has its problem document', () => {
  const tasks = '/api/{me}/tasks';
  const json = { 'content-type': 'application/json' };
  it.each<[string, string, string, number, Record<string, string>?, string?]>([
    ['no such route', 'GET', '/nowhere', 404],
    ['no such api route', 'GET', '/api/x/y/z', 404],
    ['a method it does not take', 'PUT', tasks, 405],
    ['a method it does not take', 'POST', '/health', 405],
    ['a number that is none', 'GET', `${tasks}/abc`, 404],
    ['number 0', 'GET', `${tasks}/0`, 404],
    ['a number beyond integers', 'GET', `${tasks}/2147483648`, 404],
    ['a number beyond all', 'DELETE', `${tasks}/99999999999999999999`, 404],
    ['a conversation beyond integers', 'GET', '/api/{me}/conversations/2147483648', 404],
    ['an absent task', 'GET', `${tasks}/77`, 404],
    ['NUL in the path', 'GET', '/api/%00/tasks', 403],
    ['no JSON', 'POST', tasks, 400, json, '{"title":'],
    ['an empty body', 'POST', tasks, 400, json, ' '],
    ['no body', 'POST', tasks, 422],
    ['text', 'POST', tasks, 415, { 'content-type': 'text/plain' }, 'x'],
    ['a form', 'POST', tasks, 415, { 'content-type': 'application/x-www-form-urlencoded' }, 'title=x'],
    ['an array', 'POST', tasks, 422, json, '[]'],
    ['a lone surrogate', 'POST', tasks, 422, json, '{"title":"\\ud800"}'],
    ['NUL', 'POST', tasks, 422, json, '{"title":"a\\u0000b"}'],
    ['5 MB', 'POST', tasks, 413, json, JSON.stringify({ title: 'x'.repeat(5_000_000) })],
    ['an empty change', 'PATCH', `${tasks}/1`, 422, json, '{}'],
    ['a bad filter', 'GET', `${tasks}?status=done&limit=0&priority=x&sort=y`, 422],
    ['a limit beyond reason', 'GET', `${tasks}?limit=501`, 422],
    ['NUL in a filter', 'GET', `${tasks}?q=%00`, 422],
    ['a bad key', 'POST', tasks, 422, { ...json, 'idempotency-key': 'x'.repeat(256) }, '{"title":"x"}'],
  ])('%s: %s %s → %i', async (_, method, path, status, headers = {}, body) => {
    const answer = await ada.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, type: expect.any(String), title: expect.any(String) });
    expect(answer.body.detail).toEqual(expect.any(String));
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    if (status === 405) expect(answer.headers.get('allow')).toContain('GET');
    if (status === 422)
      expect(answer.body.errors[0]).toMatchObject({ path: expect.any(String), message: expect.any(String) });
  });

  it('names all wrong filters at once', async () => {
    const answer = await ada.request('/api/{me}/tasks?status=done&limit=0&priority=x&sort=y');
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'status',
      'priority',
      'sort',
      'limit',
    ]);
  });
});

describe('every answer', () => {
  it('carries a request id, the caller’s own when it is sane', async () => {
    const given = await stage.request('/health', { headers: { 'x-request-id': 'abc-123' } });
    expect(given.headers.get('x-request-id')).toBe('abc-123');
    const refused = await stage.request('/health', { headers: { 'x-request-id': 'a b<script>' } });
    expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may not be sniffed or framed', async () => {
    const { headers } = await stage.request('/health');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('health', () => {
  it('is what the contract says', async () => {
    const { version } = stage.config;
    expect(await stage.request('/health')).toMatchObject({ status: 200, body: { status: 'ok', version } });
    expect(await stage.request('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is not ready before migrations and from the first signal on', async () => {
    stage.state.migrated = false;
    expect(await stage.request('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'unavailable', checks: { migrations: 'pending' } },
    });
    const early = await ada.request('/api/{me}/tasks');
    expect(early).toMatchObject({ status: 503, body: { type: 'urn:todo-chatbot:problem:starting' } });
    stage.state.migrated = true;
    stage.state.draining = true;
    expect(await stage.request('/health/ready')).toMatchObject({
      status: 503,
      body: { checks: { process: 'draining' } },
    });
    expect((await ada.request('/api/{me}/tasks')).status).toBe(200);
    stage.state.draining = false;
  });
});
