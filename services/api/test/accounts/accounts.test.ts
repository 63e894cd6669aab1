/** Accounts: sign up, in, out, tokens, sessions; and who may act with them. */
import { describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, JWT_SECRET, PASSWORD } from '../stage.ts';

const stage = duringTests(createStage);

const email = () => `${crypto.randomUUID()}@example.org`;
const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  stage.request(`/api/auth/${path}`, { method: 'POST', body, headers });

describe('signing up, in and out', () => {
  it('gives a session in a cookie that no script can read, and ends it', async () => {
    const person = { name: 'Ada', email: email(), password: PASSWORD };
    const up = await post('sign-up/email', person);
    expect(up.status).toBe(200);
    expect(up.body.user).toMatchObject({ name: 'Ada', email: person.email });
    const inside = await post('sign-in/email', { email: person.email, password: person.password });
    const [line = ''] = inside.headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).not.toMatch(/Secure/);
    const cookie = line.split(';')[0] ?? '';
    const headers = { cookie, origin: 'http://localhost:3000' };
    expect((await stage.request('/api/auth/get-session', { headers })).body.user.email).toBe(person.email);
    expect((await post('sign-out', undefined, headers)).status).toBe(200);
    expect((await stage.request('/api/auth/token', { headers })).status).toBe(401);
    expect((await stage.request('/api/auth/get-session', { headers })).body).toBeNull();
  });

  it('marks cookies Secure where the public address is https', async () => {
    const secure = await createStage({ PUBLIC_URL: 'https://todo.example', DATABASE_URL: stage.url });
    const body = { name: 'Ada', email: email(), password: PASSWORD };
    const up = await secure.request('/api/auth/sign-up/email', { method: 'POST', body });
    expect(up.headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/);
    await secure.close();
  });
});

describe('a sign-up that fails half-way', () => {
  it('leaves nothing behind, so that it can be tried again', async () => {
    const person = { name: 'Ada', email: email(), password: PASSWORD };
    const { sql } = stage;
    await sql`create function fail() returns trigger language plpgsql as 'begin raise exception ''no''; end'`;
    await sql`create trigger fail before insert on accounts execute function fail()`;
    const failed = await post('sign-up/email', person);
    await sql`drop trigger fail on accounts`;
    expect(failed).toMatchObject({ status: 500, body: { request_id: expect.any(String) } });
    expect(JSON.stringify(failed.body)).not.toContain('accounts');
    expect(await sql`select from users where email = ${person.email}`).toHaveLength(0);
    expect((await post('sign-up/email', person)).status).toBe(200);
  });
});

describe('each wrong request has its problem', () => {
  const problem = async (answer: Promise<{ status: number; headers: Headers; body: unknown }>) => {
    const { status, headers, body } = await answer;
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status, title: expect.any(String), type: expect.any(String) });
    return body;
  };

  it('a short password, a bad or known email, wrong words', async () => {
    const known = await stage.signUp();
    expect(
      await problem(post('sign-up/email', { name: 'A', email: email(), password: 'short' })),
    ).toMatchObject({
      status: 422,
      errors: [{ path: 'password', message: 'must have at least 8 characters' }],
    });
    expect(await problem(post('sign-up/email', { name: ' ', email: 'x', password: PASSWORD }))).toMatchObject(
      {
        status: 422,
        errors: [
          { path: 'name', message: 'must not be empty' },
          { path: 'email', message: 'must be an email address' },
        ],
      },
    );
    const long = { name: 'A'.repeat(101), email: email(), password: PASSWORD };
    expect(await problem(post('sign-up/email', long))).toMatchObject({
      status: 422,
      errors: [{ path: 'name', message: 'must have at most 100 characters (it has 101)' }],
    });
    expect(
      await problem(post('sign-up/email', { name: 'A', email: known.email, password: PASSWORD })),
    ).toMatchObject({
      status: 422,
    });
    const wrong = await problem(post('sign-in/email', { email: known.email, password: 'wrong words' }));
    expect(wrong).toMatchObject({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' });
    expect(await problem(post('sign-in/email', { email: email(), password: 'wrong words' }))).toEqual(wrong);
  });

  it('a body that is no JSON object, or holds what Postgres cannot keep', async () => {
    expect(await problem(post('sign-in/email', '{'))).toMatchObject({ status: 400 });
    expect(await problem(post('sign-in/email', '[]'))).toMatchObject({ status: 422 });
    expect(await problem(post('sign-in/email', 'x=1', { 'content-type': 'text/plain' }))).toMatchObject({
      status: 415,
    });
    const nul = { name: 'A\0', email: email(), password: PASSWORD };
    expect(await problem(post('sign-up/email', nul))).toMatchObject({
      status: 422,
      errors: [{ path: 'name' }],
    });
    const lone = `{"name":"\\ud800","email":"${email()}","password":"${PASSWORD}"}`;
    expect(await problem(post('sign-up/email', lone))).toMatchObject({
      status: 422,
      errors: [{ path: 'name' }],
    });
    expect(await problem(post('no-such-route', {}))).toMatchObject({ status: 404 });
  });
});

describe('who may act', () => {
  it('needs a token or a session, and says how', async () => {
    const ada = await stage.signUp();
    const path = `/api/${ada.id}/tasks`;
    for (const headers of [
      {},
      { authorization: 'Bearer x.y.z' },
      { authorization: 'Basic YTpi' },
      { cookie: 'better-auth.session_token=made.up' },
      { cookie: `${ada.cookie}x` },
      { authorization: 'Bearer x.y.z', cookie: ada.cookie },
    ]) {
      const answer = await stage.request(path, { headers: headers as Record<string, string> });
      expect(answer).toMatchObject({ status: 401, body: { status: 401 } });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
    }
    expect((await stage.request(path, { headers: { cookie: ada.cookie } })).status).toBe(200);
    expect((await ada.request(path)).status).toBe(200);
  });

  it('lets no other web page act with a session', async () => {
    const ada = await stage.signUp();
    const add = (headers: Record<string, string>) =>
      stage.request(`/api/${ada.id}/tasks`, {
        method: 'POST',
        body: { title: 'x' },
        headers: { cookie: ada.cookie, ...headers },
      });
    expect((await add({ origin: 'http://localhost:5000', host: 'localhost:3000' })).status).toBe(403);
    expect((await add({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await add({ origin: 'http://localhost:3000' })).status).toBe(201);
    expect((await add({ origin: 'http://192.168.49.2:31234', host: '192.168.49.2:31234' })).status).toBe(201);
    const foreign = { cookie: ada.cookie, origin: 'https://evil.example' };
    expect((await post('sign-out', undefined, foreign)).status).toBe(403);
    const forwarded = {
      cookie: ada.cookie,
      origin: 'http://127.0.0.1:9999',
      'x-forwarded-host': '127.0.0.1:9999',
    };
    expect((await post('sign-out', undefined, forwarded)).status).toBe(200);
  });

  it('takes a token at its word when it may only read', async () => {
    const ada = await stage.person();
    const add = async (...scopes: string[]) => {
      const headers = { authorization: `Bearer ${await stage.tokens.issue(ada.id, { scopes })}` };
      expect((await ada.request('/api/{me}/tasks', { headers })).status).toBe(200);
      return ada.request('/api/{me}/tasks', { method: 'POST', body: { title: 'x' }, headers });
    };
    expect((await add('read', 'write')).status).toBe(201);
    const refused = await add('read');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  it('refuses to write for an account that is gone', async () => {
    const ada = await stage.person();
    await stage.sql`delete from users where id = ${ada.id}`;
    const answer = await ada.request('/api/{me}/tasks', { method: 'POST', body: { title: 'x' } });
    expect(answer).toMatchObject({ status: 401, body: { detail: 'This account no longer exists.' } });
  });
});

describe('a rotation of JWT_SECRET', () => {
  it('signs nobody out while the previous secret is known', async () => {
    const ada = await stage.signUp();
    const next = 'another secret of at least thirty-two bytes';
    const headers = { cookie: ada.cookie };
    const rotated = await createStage({
      DATABASE_URL: stage.url,
      JWT_SECRET: next,
      JWT_SECRET_PREVIOUS: JWT_SECRET,
    });
    expect((await rotated.request('/api/auth/token', { headers })).status).toBe(200);
    expect((await rotated.request(`/api/${ada.id}/tasks`, { headers })).status).toBe(200);
    const bearer = { authorization: `Bearer ${ada.token}` };
    expect((await rotated.request(`/api/${ada.id}/tasks`, { headers: bearer })).status).toBe(200);
    const done = await createStage({ DATABASE_URL: stage.url, JWT_SECRET: next });
    expect((await done.request('/api/auth/token', { headers })).status).toBe(401);
    await Promise.all([rotated.close(), done.close()]);
  });
});

describe('the time zone', () => {
  it('comes in a header, is checked, and is remembered with the account', async () => {
    const ada = await stage.signUp();
    const zone = async () =>
      (await stage.request('/api/auth/get-session', { headers: { cookie: ada.cookie } })).body.user.timeZone;
    const list = (name: string) => ada.request('/api/{me}/tasks', { headers: { 'time-zone': name } });
    expect(await zone()).toBeNull();
    expect((await list('Asia/Karachi')).status).toBe(200);
    expect(await zone()).toBe('Asia/Karachi');
    expect(await list('Mars/Olympus')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'Time-Zone' }] },
    });
    expect((await list('Europe/Berlin')).status).toBe(200);
    expect(await zone()).toBe('Europe/Berlin');
  });
});
