/** The end of an account: nothing of it is left, in any table. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createStage, PASSWORD, type Person, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  // A mail server that is away: what waits for it must go, too.
  stage = await createStage({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'todo@example.org' });
});
afterAll(() => stage.close());

/** How many rows of each table speak of a person, in whatever column. */
async function rowsOf({ id, email }: Person): Promise<Record<string, number>> {
  const tables = await stage.sql`
    select relname as name, relforcerowsecurity as forced from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`;
  const found: Record<string, number> = {};
  for (const { name, forced } of tables) {
    const [counted] = await stage.sql.begin(async (sql) => {
      if (forced) await sql`set local role todo_system`;
      return sql`
        select count(*)::int as rows from ${sql(name)} as row
        where strpos(row::text, ${id}) > 0 or strpos(row::text, ${email}) > 0`;
    });
    if (counted?.rows > 0) found[name] = counted?.rows;
  }
  return found;
}

/** Somebody who has used everything. */
async function busyPerson(): Promise<Person> {
  const person = await stage.signUp();
  const post = (path: string, body: unknown, headers = {}) =>
    person.request(`/api/{me}/${path}`, { method: 'POST', body, headers });
  await post('tasks', { title: 'Buy milk' }, { 'idempotency-key': crypto.randomUUID() });
  await post('access-tokens', { name: 'Claude' });
  expect((await post('chat', { message: 'Add a task to call mum' })).status).toBe(200);
  const body = { email: person.email };
  await stage.request('/api/auth/request-password-reset', { method: 'POST', body });
  await vi.waitFor(async () => {
    const rows = await stage.sql`select value from verifications where value = ${person.id}`;
    expect(rows).toHaveLength(1);
  }, 10_000);
  return person;
}

it('takes everything with it, once the password is given, and nothing of anybody else', async () => {
  const [ada, eve] = [await busyPerson(), await busyPerson()];
  const before = await rowsOf(eve);
  expect(Object.keys(await rowsOf(ada))).toEqual(Object.keys(before));
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'access_tokens',
      'accounts',
      'conversations',
      'counters',
      'events',
      'idempotency_keys',
      'mails',
      'messages',
      'sessions',
      'tasks',
      'turns',
      'users',
      'verifications',
    ]),
  );

  const remove = (password: string) =>
    stage.request(`/api/${ada.id}/deletion`, {
      method: 'POST',
      body: { password },
      headers: { cookie: ada.cookie },
    });
  expect(await remove('wrong words')).toMatchObject({
    status: 403,
    body: { type: 'urn:todo-chatbot:problem:wrong-password' },
  });
  const stream = await ada
    .request('/api/{me}/tasks')
    .then(() => stage.app.request(`/api/${ada.id}/events`, { headers: { cookie: ada.cookie } }));
  const done = await remove(PASSWORD);
  expect(done.status).toBe(204);
  expect(done.headers.getSetCookie()[0]).toMatch(/^better-auth.session_token=; Max-Age=0/);
  expect(await stream.text()).toMatch(/^(retry: 1000\n\n)?$/);

  expect(await rowsOf(ada)).toEqual({});
  // A mail that could not be sent is tried again meanwhile, with a token of its own.
  expect(await rowsOf(eve)).toEqual({ ...before, verifications: expect.any(Number) });
  expect((await stage.request(`/api/${ada.id}/tasks`, { headers: { cookie: ada.cookie } })).status).toBe(401);
  // Behind a pooler that swallows notifications a process looks every two seconds.
  await vi.waitFor(async () => expect((await ada.request('/api/{me}/tasks')).status).toBe(401), 10_000);
  const credentials = { email: ada.email, password: PASSWORD };
  const signIn = { method: 'POST', body: credentials };
  expect((await stage.request('/api/auth/sign-in/email', signIn)).status).toBe(401);
  const again = { method: 'POST', body: { ...credentials, name: 'Ada' } };
  expect((await stage.request('/api/auth/sign-up/email', again)).status).toBe(200);
});
