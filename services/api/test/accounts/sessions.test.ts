/** Sessions: where a person is signed in, how one ends everywhere, and how one in use goes on. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRevocations, sessionCredential } from '../../src/accounts/sessions/revocations.ts';
import { createStage, JWT_SECRET, PASSWORD, type Person, type Stage } from '../stage.ts';

const WEEK_SECONDS = 604_800;
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

let stage: Stage;
/** Another process over the same database. */
let replica: Stage;
beforeAll(async () => {
  stage = await createStage();
  replica = await createStage({ DATABASE_URL: stage.url });
});
afterAll(async () => {
  await replica.close();
  await stage.close();
});

interface SignedIn {
  cookie: string;
  bearer: string;
}

async function signIn(
  person: Person,
  more: { agent?: string; rememberMe?: boolean } = {},
): Promise<SignedIn> {
  const answer = await stage.request('/api/auth/sign-in/email', {
    method: 'POST',
    body: { email: person.email, password: PASSWORD, rememberMe: more.rememberMe ?? true },
    headers: more.agent ? { 'user-agent': more.agent } : {},
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { token } = (await stage.request('/api/auth/token', { headers: { cookie } })).body;
  return { cookie, bearer: `Bearer ${token}` };
}

const sessionsOf = (person: Person, headers: Record<string, string>) =>
  stage.request(`/api/${person.id}/sessions`, { headers });
const status = async (at: Stage, person: Person, headers: Record<string, string>) =>
  (await at.request(`/api/${person.id}/tasks`, { headers })).status;
const currentOf = async (person: Person, { cookie }: SignedIn): Promise<string> =>
  (await sessionsOf(person, { cookie })).body.find(({ current }: { current: boolean }) => current).id;

describe('the list', () => {
  it('tells devices, and which session asks, with the cookie and with a token made of it', async () => {
    const ada = await stage.signUp();
    const [desk, phone] = [await signIn(ada, { agent: FIREFOX }), await signIn(ada, { agent: PHONE })];
    const { body } = await sessionsOf(ada, { cookie: desk.cookie });
    expect(body.map(({ device, current }: Record<string, unknown>) => ({ device, current }))).toEqual([
      { device: { browser: null, system: null, kind: 'other' }, current: false },
      { device: { browser: 'Firefox', system: 'Windows', kind: 'desktop' }, current: true },
      { device: { browser: 'Safari', system: 'iOS', kind: 'mobile' }, current: false },
    ]);
    for (const { address, last_seen_at, expires_at } of body) {
      expect(address).toBe('127.0.0.1');
      expect(Date.now() - Date.parse(last_seen_at)).toBeLessThan(60_000);
      expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan((WEEK_SECONDS - 60) * 1000);
    }
    const byToken = (await sessionsOf(ada, { authorization: phone.bearer })).body;
    expect(byToken.map(({ current }: { current: boolean }) => current)).toEqual([false, false, true]);
    const rows = await stage.sql`select token from sessions where user_id = ${ada.id}`;
    for (const { token } of rows) expect(JSON.stringify(body)).not.toContain(token);
  });

  it('names no session as last seen before it began, whatever the clocks of process and database', async () => {
    const ada = await stage.signUp();
    const { cookie } = await signIn(ada);
    await stage.sql`update sessions set created_at = now() + interval '2 seconds' where user_id = ${ada.id}`;
    for (const { created_at, last_seen_at } of (await sessionsOf(ada, { cookie })).body) {
      expect(last_seen_at).toBe(created_at);
    }
  });

  it('is nobody else’s, and no access token’s', async () => {
    const [ada, eve] = [await stage.signUp(), await stage.signUp()];
    const id = await currentOf(ada, await signIn(ada));
    const taken = await eve.request(`/api/{me}/sessions/${id}`, { method: 'DELETE' });
    expect(taken).toMatchObject({
      status: 404,
      body: { type: 'urn:todo-chatbot:problem:session-not-found' },
    });
    const { token } = (await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'x' } }))
      .body;
    expect((await sessionsOf(ada, { authorization: `Bearer ${token}` })).status).toBe(403);
    expect((await sessionsOf(ada, { cookie: ada.cookie })).body).toHaveLength(2);
  });

  it('says when a session was last used, to the minute', async () => {
    const ada = await stage.signUp();
    await stage.sql`
      update sessions set last_seen_at = now() - interval '1 hour' where user_id = ${ada.id}`;
    const [seen] = (await sessionsOf(ada, { cookie: ada.cookie })).body;
    expect(Date.now() - Date.parse(seen.last_seen_at)).toBeLessThan(60_000);
  });
});

describe('a session that is ended from afar', () => {
  it('ends with its tokens and open streams, on every process', async () => {
    const ada = await stage.signUp();
    const [here, there] = [await signIn(ada), await signIn(ada)];
    // Asked once before, so that both processes remember the token.
    for (const at of [stage, replica])
      expect(await status(at, ada, { authorization: there.bearer })).toBe(200);
    const streams = await Promise.all(
      [stage, replica].flatMap((at) =>
        [{ cookie: there.cookie }, { authorization: there.bearer }].map((headers) =>
          at.app.request(`/api/${ada.id}/events`, { headers: headers as Record<string, string> }),
        ),
      ),
    );
    const mine = await replica.app.request(`/api/${ada.id}/events`, { headers: { cookie: here.cookie } });
    const ended = Promise.all(streams.map((stream) => stream.text()));

    const path = `/api/${ada.id}/sessions/${await currentOf(ada, there)}`;
    expect((await stage.request(path, { method: 'DELETE', headers: { cookie: here.cookie } })).status).toBe(
      204,
    );
    for (const body of await ended) expect(body).toMatch(/^(retry: 1000\n\n)?$/);
    for (const at of [stage, replica]) {
      expect(await status(at, ada, { cookie: there.cookie })).toBe(401);
      const refused = await at.request(`/api/${ada.id}/tasks`, { headers: { authorization: there.bearer } });
      expect(refused).toMatchObject({
        status: 401,
        body: { detail: 'The session of this token has ended; sign in again.' },
      });
      expect(await status(at, ada, { authorization: here.bearer })).toBe(200);
    }
    const reader = mine.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
  });

  it('ends its tokens by signing out, too, and with all others', async () => {
    const ada = await stage.signUp();
    const [here, there] = [await signIn(ada), await signIn(ada)];
    const headers = { cookie: there.cookie };
    expect((await stage.request('/api/auth/sign-out', { method: 'POST', headers })).status).toBe(200);
    // Behind a pooler that swallows notifications a process looks every two seconds.
    await vi.waitFor(
      async () => expect(await status(replica, ada, { authorization: there.bearer })).toBe(401),
      10_000,
    );
    const all = { method: 'DELETE', headers: { cookie: here.cookie } };
    expect((await stage.request(`/api/${ada.id}/sessions`, all)).status).toBe(204);
    expect((await sessionsOf(ada, { cookie: here.cookie })).body).toHaveLength(1);
    expect(await status(stage, ada, { cookie: ada.cookie })).toBe(401);
  });

  it('ends the streams of an access token that is revoked', async () => {
    const ada = await stage.signUp();
    const { token, id } = (
      await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'x' } })
    ).body;
    const authorization = `Bearer ${token}`;
    const fresh = await createStage({ DATABASE_URL: stage.url });
    const stream = await fresh.app.request(`/api/${ada.id}/events`, { headers: { authorization } });
    expect((await ada.request(`/api/{me}/access-tokens/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await stream.text()).toMatch(/^(retry: 1000\n\n)?$/);
    await fresh.close();
  });

  it('is known to a process that no notification reaches', async () => {
    const deaf = createRevocations({ ...stage.database, listen: async () => async () => {} });
    const ada = await stage.signUp();
    const id = await currentOf(ada, await signIn(ada));
    expect(await deaf.includes(sessionCredential(id))).toBe(false);
    const told = vi.fn();
    deaf.watch(sessionCredential(id), told);
    await ada.request(`/api/{me}/sessions/${id}`, { method: 'DELETE' });
    await deaf.read();
    expect(await deaf.includes(sessionCredential(id))).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('a session in use', () => {
  const expire = (person: Person, inSeconds: number) =>
    stage.sql`
      update sessions set expires_at = now() + make_interval(secs => ${inSeconds}) where user_id = ${person.id}`;
  const ask = (person: Person, cookie: string) =>
    stage.request(`/api/${person.id}/tasks`, { headers: { cookie } });
  const secondsLeft = async (person: Person) => {
    const rows = await stage.sql`
      select extract(epoch from expires_at - now())::int as left from sessions where user_id = ${person.id}`;
    return Math.min(...rows.map(({ left }) => left));
  };

  it('is renewed after a day of its week, with its cookie', async () => {
    const ada = await stage.signUp();
    expect((await ask(ada, ada.cookie)).headers.getSetCookie()).toEqual([]);
    await expire(ada, WEEK_SECONDS - 86_500);
    // The page's server asks too, and keeps no cookie: that must not count as renewed.
    const seen = await stage.request('/api/auth/get-session', { headers: { cookie: ada.cookie } });
    expect(seen.headers.getSetCookie()).toEqual([]);
    const [line = ''] = (await ask(ada, ada.cookie)).headers.getSetCookie();
    expect(line.split(';')[0]).toBe(ada.cookie);
    expect(line).toMatch(/; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await secondsLeft(ada)).toBeGreaterThan(WEEK_SECONDS - 60);
    expect((await ask(ada, ada.cookie)).headers.getSetCookie()).toEqual([]);
  });

  it('is renewed for another day where the browser is to forget it', async () => {
    const eve = await stage.signUp();
    await stage.sql`delete from sessions where user_id = ${eve.id}`;
    const { cookie } = await signIn(eve, { rememberMe: false });
    await expire(eve, 60);
    const lines = (await ask(eve, cookie)).headers.getSetCookie();
    expect(lines.map((line) => line.split(';')[0]).join('; ')).toBe(cookie);
    for (const line of lines) expect(line).not.toMatch(/Max-Age|Expires/);
    expect(await secondsLeft(eve)).toBeGreaterThan(86_000);
    expect(await secondsLeft(eve)).toBeLessThanOrEqual(86_400);
  });

  it('has its answers streamed to their end', async () => {
    const ada = await stage.signUp();
    const answer = await stage.request(`/api/${ada.id}/chat`, {
      method: 'POST',
      body: { message: 'Show me all my tasks' },
      headers: { cookie: ada.cookie, accept: 'text/event-stream' },
    });
    expect(answer.headers.get('conversation-id')).toBe('1');
    expect(answer.body).toMatch(/data: \[DONE\]\s*$/);
  });

  it('is over at its time all the same', async () => {
    const ada = await stage.signUp();
    await expire(ada, -1);
    expect((await ask(ada, ada.cookie)).status).toBe(401);
    expect((await stage.request('/api/auth/token', { headers: { cookie: ada.cookie } })).status).toBe(401);
  });

  it('outlives a rotation of JWT_SECRET, also once the previous one is gone', async () => {
    const ada = await stage.signUp();
    const next = 'another secret of at least thirty-two bytes';
    const during = await createStage({
      DATABASE_URL: stage.url,
      JWT_SECRET: next,
      JWT_SECRET_PREVIOUS: JWT_SECRET,
    });
    const path = `/api/${ada.id}/tasks`;
    const [line = ''] = (
      await during.request(path, { headers: { cookie: ada.cookie } })
    ).headers.getSetCookie();
    const renewed = line.split(';')[0] ?? '';
    expect(renewed).not.toBe(ada.cookie);
    const after = await createStage({ DATABASE_URL: stage.url, JWT_SECRET: next });
    expect((await after.request(path, { headers: { cookie: renewed } })).status).toBe(200);
    expect(
      (await after.request('/api/auth/get-session', { headers: { cookie: renewed } })).body.user.id,
    ).toBe(ada.id);
    expect((await after.request(path, { headers: { cookie: ada.cookie } })).status).toBe(401);
    await Promise.all([during.close(), after.close()]);
  });
});
