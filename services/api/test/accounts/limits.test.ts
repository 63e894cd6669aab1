/** Limits on what may be tried, held by all processes together. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase } from '../databases.ts';
import { createStage, PASSWORD, type Person, type Stage } from '../stage.ts';
import { startProcess } from './api-process.ts';

let stage: Stage;
let replica: Stage;
const limited = { CHAT_TURNS_PER_MINUTE: '2', REQUESTS_PER_MINUTE: '20' };
beforeAll(async () => {
  stage = await createStage(limited);
  replica = await createStage({ DATABASE_URL: stage.url, ...limited });
});
afterAll(async () => {
  await replica.close();
  await stage.close();
});

const tooMany = (policy: string) => ({
  status: 429,
  type: 'application/problem+json',
  kind: 'urn:todo-chatbot:problem:too-many-requests',
  seconds: expect.any(Number),
  policy,
});
const seen = ({ status, headers, body }: Awaited<ReturnType<Stage['request']>>) => ({
  status,
  type: headers.get('content-type'),
  kind: body.type,
  seconds: Number(headers.get('retry-after')) || undefined,
  policy: headers.get('ratelimit-policy'),
});
const signIn = (at: Stage, email: string, password: string, from = '203.0.113.9') =>
  at.request('/api/auth/sign-in/email', {
    method: 'POST',
    body: { email, password },
    headers: { 'x-forwarded-for': from },
  });

describe('signing in', () => {
  it('is refused after ten wrong passwords for one account from one address, asked all at once', async () => {
    const ada = await stage.signUp();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => signIn(n % 2 ? stage : replica, ada.email, `wrong ${n}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(10).fill(401),
      ...Array(6).fill(429),
    ]);
    const refused = await signIn(replica, ada.email, PASSWORD);
    expect(seen(refused)).toEqual(tooMany('"sign-in";q=10;w=300'));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"sign-in";r=0;t=\d+$/);
    // Neither the others behind that address, nor the person elsewhere.
    const eve = await stage.signUp();
    expect((await signIn(stage, eve.email, PASSWORD)).status).toBe(200);
    expect((await signIn(stage, ada.email, PASSWORD, '203.0.113.10')).status).toBe(200);
  });

  it('forgives wrong passwords before a right one, and counts them the same for an unknown address', async () => {
    const ada = await stage.signUp();
    for (const password of ['a', 'b', 'c']) await signIn(stage, ada.email, password);
    const right = await signIn(replica, ada.email, PASSWORD);
    expect(right.headers.get('ratelimit')).toMatch(/^"sign-in";r=6;t=\d+$/);
    expect((await signIn(stage, ada.email, 'd')).headers.get('ratelimit')).toMatch(/;r=9;/);
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push(await signIn(stage, 'nobody@example.org', 'x'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
  });

  it('keeps no address of anybody', async () => {
    const rows = await stage.sql`select key from limits`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/@|203\.0/);
  });
});

describe('what else may be tried only so often', () => {
  it('mails to one address, known or not', async () => {
    const ask = (email: string) =>
      replica.request('/api/auth/request-password-reset', { method: 'POST', body: { email } });
    for (const email of [(await stage.signUp()).email, 'nobody@example.org']) {
      const answers = [];
      for (let n = 0; n < 4; n++) answers.push(await ask(n % 2 ? email : email.toUpperCase()));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    }
  });

  it('one’s own password, by who has only borrowed the session', async () => {
    const ada = await stage.signUp();
    const attempt = () =>
      stage.request(`/api/${ada.id}/deletion`, {
        method: 'POST',
        body: { password: 'wrong' },
        headers: { cookie: ada.cookie },
      });
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push(await attempt());
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(403), 429]);
  });

  it('tokens', async () => {
    const ada = await stage.signUp();
    await stage.sql`update limits set points = 120 where key like 'tokens:%'`;
    const answer = await replica.request('/api/auth/token', { headers: { cookie: ada.cookie } });
    expect(seen(answer)).toEqual(tooMany('"tokens";q=120;w=600'));
  });

  it('messages to the chat, on all processes together', async () => {
    const [ada, eve] = [await stage.person(), await stage.person()];
    const say = (person: Person, at: Stage) =>
      at.request(`/api/${person.id}/chat`, {
        method: 'POST',
        body: { message: 'Show me all my tasks' },
        headers: { authorization: `Bearer ${person.token}` },
      });
    const first = await say(ada, stage);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit')).toMatch(/^"chat";r=1;t=\d+$/);
    expect((await say(ada, replica)).status).toBe(200);
    expect(seen(await say(ada, stage))).toEqual(tooMany('"chat";q=2;w=60'));
    expect((await say(eve, stage)).status).toBe(200);
    expect((await ada.request('/api/{me}/conversations')).status).toBe(200);
  });

  it('requests of one person to one process, over MCP too', async () => {
    const [ada, eve] = [await stage.person(), await stage.person()];
    const answers = [];
    for (let n = 0; n < 21; n++) answers.push(await ada.request('/api/{me}/tasks'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(200), 429]);
    expect(answers.slice(20).map(seen)).toEqual([tooMany('"requests";q=20;w=60')]);
    const overMcp = await stage.request('/mcp', {
      method: 'POST',
      body: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      headers: { authorization: `Bearer ${ada.token}`, accept: 'application/json, text/event-stream' },
    });
    expect(overMcp.status).toBe(429);
    expect((await eve.request('/api/{me}/tasks')).status).toBe(200);
    expect(
      (await replica.request(`/api/${ada.id}/tasks`, { headers: { authorization: `Bearer ${ada.token}` } }))
        .status,
    ).toBe(200);
  });
});

it('holds across two processes on one Postgres', async () => {
  const url = await copyDatabase();
  const both = await Promise.all([startProcess(url), startProcess(url)]);
  try {
    const attempt = async (n: number) => {
      const answer = await fetch(`${both[n % 2]?.address}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'ada@example.org', password: 'wrong' }),
      });
      await answer.body?.cancel();
      return answer.status;
    };
    const statuses = await Promise.all(Array.from({ length: 14 }, (_, n) => attempt(n)));
    expect(statuses.sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    expect(await Promise.all([attempt(0), attempt(1)])).toEqual([429, 429]);
  } finally {
    for (const { end } of both) await end();
  }
});
