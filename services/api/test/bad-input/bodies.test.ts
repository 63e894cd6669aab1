/** Bodies that are no JSON, under another name, packed, not UTF-8, or too large: refused alike by every route. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Person, type Stage } from '../stage.ts';
import { operations } from './operations.ts';

const taking = (await operations()).filter(({ path, body }) => path.startsWith('/api/') && body);

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await createStage({ REQUESTS_PER_MINUTE: '0', CHAT_TURNS_PER_MINUTE: '0' });
  ada = await stage.person();
});
afterAll(() => stage.close());

/** Bytes as they are, where the other helpers would make JSON of them. */
async function send(
  { method, path }: { method: string; path: string },
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
) {
  const address = path.replace('{user_id}', ada.id).replaceAll(/\{\w+\}/g, '1');
  const answer = await stage.app.request(address, {
    method,
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.token}`, ...headers },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return {
    status: answer.status,
    headers: answer.headers,
    problem: (await answer.json()) as { detail: string; errors: object[] },
  };
}

const TASK = '{"title":"Größe 😀","tags":["a"],"completed":false}';

describe.each(taking.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  it('says where JSON breaks off', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: TASK.length - 1 }), async (end) => {
        const { status, problem } = await send(operation, TASK.slice(0, end).toWellFormed());
        expect(status).toBe(400);
        expect(problem.detail).toMatch(/^The body is not valid JSON: .{5,}\.$/);
        expect(problem.detail).not.toContain('Größe');
      }),
      { numRuns: 5 },
    ));

  it('takes no bytes that are not UTF-8', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(0x80, 0xc0, 0xf5, 0xff), async (byte) => {
        const bytes = Buffer.concat([Buffer.from('{"title":"a'), Buffer.from([byte]), Buffer.from('b"}')]);
        expect(await send(operation, bytes)).toMatchObject({
          status: 400,
          problem: { type: 'urn:todo-chatbot:problem:body-not-utf8' },
        });
      }),
      { numRuns: 4 },
    ));

  it('takes nothing packed, and says so', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'x']) {
      const answer = await send(operation, new Uint8Array(gzipSync(TASK)), { 'content-encoding': encoding });
      expect(answer).toMatchObject({
        status: 415,
        problem: { type: 'urn:todo-chatbot:problem:body-compressed' },
      });
      expect(answer.headers.get('accept-encoding')).toBe('identity');
    }
  });

  it('takes nothing under another name', async () => {
    const names = [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'json',
    ];
    for (const type of operation.id === 'importEverything' ? names.slice(1) : names) {
      expect(await send(operation, TASK, { 'content-type': type })).toMatchObject({
        status: 415,
        problem: { detail: expect.stringContaining('application/json') },
      });
    }
  });

  it('takes no other value than an object', async () => {
    for (const value of ['[]', '"text"', '1', 'true', 'null', '['.repeat(50_000) + ']'.repeat(50_000)]) {
      const { status, problem } = await send(operation, value);
      expect(status, value.slice(0, 9)).toBe(422);
      expect(problem.errors[0]).toMatchObject({ path: '', message: 'must be an object' });
    }
  });

  it('takes no more than its share', async () => {
    if (operation.id === 'importEverything') return;
    const large = JSON.stringify({ title: 'x'.repeat(5_000_000) });
    expect(await send(operation, large, { 'content-length': String(large.length) })).toMatchObject({
      status: 413,
      problem: { type: 'urn:todo-chatbot:problem:body-too-large' },
    });
  });
});
