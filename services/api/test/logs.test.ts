/** A whole journey, with things going wrong on its way, at the levels that say the most and that people use: no secret is in it, ever. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProcess } from './accounts/api-process.ts';
import { type MailServer, startMailServer } from './accounts/mail-server.ts';
import { connectDirectly, copyDatabase } from './databases.ts';
import { operationsOf } from './isolation/operations.ts';
import { createStage } from './stage.ts';

const KEY = 'sk-planted-key-of-the-model-1234567890';
const SIGNING = 'planted signing secret, longer than thirty-two bytes';
const PREVIOUS = 'planted previous secret, longer than thirty-two bytes';
const PASSWORD = 'planted password of Ada';
const NEXT_PASSWORD = 'planted next password of Ada';
const PLANTED = [
  KEY,
  SIGNING,
  PREVIOUS,
  PASSWORD,
  NEXT_PASSWORD,
  'planted-title',
  'planted-query',
  'a mail password',
];

let mails: MailServer;
const model = createServer((_request, response) => {
  // As some providers do, with the key that they were given.
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}` } }));
});

beforeAll(async () => {
  mails = await startMailServer();
  model.listen(0, '127.0.0.1');
  await once(model, 'listening');
});
afterAll(async () => {
  await mails.close();
  model.close();
});

interface Line {
  level: string;
  msg: string;
  request_id?: string;
  user_id?: string;
  status?: number;
}

async function journey(level: string): Promise<{ output: string; secrets: string[]; userId: string }> {
  const url = await copyDatabase();
  const stage = await createStage({ DATABASE_URL: url });
  const operations = await operationsOf(stage);
  await stage.close();
  const api = await startProcess(url, {
    ...mails.settings,
    LOG_LEVEL: level,
    JWT_SECRET: SIGNING,
    JWT_SECRET_PREVIOUS: PREVIOUS,
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`,
  });
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const answer = await fetch(api.address + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const isStream = answer.headers.get('content-type')?.includes('event-stream');
    if (isStream && method === 'GET') await answer.body?.cancel();
    const text = isStream && method === 'GET' ? '' : await answer.text();
    return { answer, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
  const email = `${crypto.randomUUID()}@planted.example`;
  const signedUp = await send(
    'POST',
    '/api/auth/sign-up/email',
    {},
    { name: 'Ada', email, password: PASSWORD },
  );
  const cookie = signedUp.answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { id } = signedUp.body.user;
  const { token } = (await send('GET', '/api/auth/token', { cookie })).body;
  const authorization = `Bearer ${token}`;
  const own = `/api/${id}`;
  await send('POST', `${own}/tasks`, { authorization }, { title: 'planted-title' });
  await send('GET', `${own}/tasks?q=planted-query`, { authorization });
  const made = (await send('POST', `${own}/access-tokens`, { authorization }, { name: 'planted-title' })).body
    .token;
  await send('GET', `${own}/tasks`, { authorization: `Bearer ${made}` });
  await send('GET', `${own}/tasks`, { authorization: `${authorization}x` });
  await send('POST', `${own}/chat`, { authorization }, { message: 'planted-title please' });
  await send('POST', '/api/auth/sign-in/email', {}, { email, password: `${PASSWORD}, wrong` });
  await send('POST', '/api/auth/request-password-reset', {}, { email });
  const reset = /#token=([\w-]+)/.exec((await mails.mailTo(email)).text)?.[1] ?? '';
  // The database ends every connection in the middle of it.
  const admin = connectDirectly();
  const name = new URL(url).pathname.slice(1);
  const cut = () => admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  for (const { method, path, bodies } of operations.filter(({ path }) => !path.startsWith('/api/auth/'))) {
    if (method === 'DELETE') await cut();
    const address = path.replace('{user_id}', id).replaceAll(/\{\w+\}/g, '1');
    for (const body of bodies.length > 0 ? bodies : [undefined])
      await send(
        method,
        address,
        { authorization, ...(body ? { 'content-type': body.type } : {}) },
        body?.text,
      );
  }
  await send(
    'POST',
    '/api/auth/reset-password',
    {},
    { token: reset, password: NEXT_PASSWORD, newPassword: NEXT_PASSWORD },
  );
  await admin.end();
  await api.end();
  const session = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  const password = decodeURIComponent(new URL(url).password);
  return {
    output: api.output(),
    secrets: [...PLANTED, email, token, made, reset, session, password],
    userId: id,
  };
}

describe.each(['trace', 'info'])('the log at level %s', (level) => {
  it('says what happened and to whom, and holds no secret and nothing that people wrote', async () => {
    const { output, secrets, userId } = await journey(level);
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests.length).toBeGreaterThan(40);
    expect(requests.every(({ request_id }) => Boolean(request_id))).toBe(true);
    expect(requests.filter(({ user_id }) => user_id === userId).length).toBeGreaterThan(20);
    for (const secret of secrets) {
      expect(secret.length, secret).toBeGreaterThan(7);
      expect(lines.filter((line) => JSON.stringify(line).includes(secret))).toEqual([]);
    }
  });
});
