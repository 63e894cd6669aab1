/** A password that was forgotten or is changed. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSendMail } from '../../src/mail/mailer.ts';
import { createStage, PASSWORD, type Person, type Stage } from '../stage.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const NEXT = 'another correct horse';
let mailServer: MailServer;
let stage: Stage;
beforeAll(async () => {
  mailServer = await startMailServer();
  stage = await createStage(mailServer.settings);
});
afterAll(async () => {
  await stage.close();
  await mailServer.close();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}, at = stage) =>
  at.request(`/api/auth/${path}`, { method: 'POST', body, headers });
const askFor = (email: string, headers?: Record<string, string>) =>
  post('request-password-reset', { email }, headers);
const signIn = (person: Person, password: string) => post('sign-in/email', { email: person.email, password });
const tokenIn = ({ text }: { text: string }) => /#token=([\w-]+)/.exec(text)?.[1] ?? '';
const isSignedIn = async (headers: Record<string, string>, person: Person) =>
  (await stage.request(`/api/${person.id}/tasks`, { headers })).status === 200;
const waiting = async () => (await stage.sql`select * from mails`).length;

async function tokenFor(person: Person): Promise<string> {
  expect((await askFor(person.email)).status).toBe(200);
  return tokenIn(await mailServer.mailTo(person.email));
}

describe('a forgotten password', () => {
  it('is replaced with the link of a mail, once, and everything that knew the old one ends', async () => {
    const ada = await stage.signUp();
    const made = await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'Claude' } });
    const token = await tokenFor(ada);
    const { text, html, from, subject, headers } = await mailServer.mailTo(ada.email);
    expect(from).toBe('todo@example.org');
    expect(subject).toBe('Choose a new password');
    expect(text).toContain(`http://localhost:3000/reset-password#token=${token}`);
    expect(html).toContain(`href="http://localhost:3000/reset-password#token=${token}"`);
    expect(html).not.toMatch(/<img|src=|Ada/);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    await vi.waitFor(async () => expect(await waiting()).toBe(0), 10_000);
    const kept = await stage.sql`select * from verifications`;
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);

    expect(await post('reset-password', { token, newPassword: 'short' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'newPassword' }] },
    });
    expect((await post('reset-password', { token, newPassword: NEXT })).status).toBe(200);
    for (const credentials of [{ cookie: ada.cookie }, { authorization: `Bearer ${made.body.token}` }]) {
      expect(await isSignedIn(credentials, ada)).toBe(false);
    }
    // Behind a pooler that swallows notifications a process looks every two seconds.
    await vi.waitFor(
      async () => expect(await isSignedIn({ authorization: `Bearer ${ada.token}` }, ada)).toBe(false),
      10_000,
    );
    expect((await signIn(ada, PASSWORD)).status).toBe(401);
    const inside = await signIn(ada, NEXT);
    expect(inside).toMatchObject({ status: 200, body: { user: { emailVerified: true } } });
    expect(await post('reset-password', { token, newPassword: PASSWORD })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_TOKEN', type: 'urn:todo-chatbot:problem:reset-token-invalid' },
    });
  });

  it('is replaced by one of two who use the link at once', async () => {
    const ada = await stage.signUp();
    const token = await tokenFor(ada);
    const both = await Promise.all(
      [NEXT, `${NEXT}!`].map((newPassword) => post('reset-password', { token, newPassword })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('is not replaced with a link that is too old', async () => {
    const ada = await stage.signUp();
    const token = await tokenFor(ada);
    const [kept] = await stage.sql`
      update verifications set expires_at = now() where value = ${ada.id} returning created_at, expires_at`;
    expect(kept).toBeDefined();
    expect((await post('reset-password', { token, newPassword: NEXT })).status).toBe(400);
    expect((await signIn(ada, PASSWORD)).status).toBe(200);
  });

  it('gets the same answer for an address that nobody has, and no mail', async () => {
    const ada = await stage.signUp();
    const [known, unknown] = [await askFor(ada.email), await askFor('nobody@example.org')];
    expect(unknown).toMatchObject({ status: 200, body: known.body });
    expect(known.body).toEqual({ status: true, message: expect.any(String) });
    await mailServer.mailTo(ada.email);
    await vi.waitFor(async () => expect(await waiting()).toBe(0), 10_000);
    expect(mailServer.received.filter(({ to }) => to.includes('nobody@example.org'))).toEqual([]);
  });

  it('is written about in Urdu where the browser or the person wants it', async () => {
    const [browser, person] = [await stage.signUp(), await stage.signUp()];
    await askFor(browser.email, { 'accept-language': 'ur-PK,ur;q=0.9,en;q=0.5' });
    await person.request('/api/{me}/profile', { method: 'PATCH', body: { language: 'ur' } });
    await askFor(person.email, { 'accept-language': 'en' });
    for (const { email } of [browser, person]) {
      const mail = await mailServer.mailTo(email);
      expect(mail.subject).toBe('نیا پاس ورڈ منتخب کریں');
      expect(mail.html).toContain('<html lang="ur" dir="rtl">');
      expect(tokenIn(mail)).not.toBe('');
    }
  });

  it('has its mail sent by another process when this one could not', async () => {
    const away = await createStage({
      ...mailServer.settings,
      SMTP_URL: 'smtp://127.0.0.1:1',
      DATABASE_URL: stage.url,
    });
    const ada = await away.signUp();
    expect((await post('request-password-reset', { email: ada.email }, {}, away)).status).toBe(200);
    await vi.waitFor(async () => {
      const [mail] = await stage.sql`select attempts, due_at > now() as later from mails`;
      expect(mail).toEqual({ attempts: 1, later: true });
    }, 10_000);
    await away.close();
    await stage.sql`update mails set due_at = now()`;
    await askFor('somebody@example.org');
    expect(tokenIn(await mailServer.mailTo(ada.email))).not.toBe('');
  });

  it('is a precise problem where no mail is sent, and stands in the log of a developer', async () => {
    const production = await createStage({ NODE_ENV: 'production', DATABASE_URL: stage.url });
    const answer = await post('request-password-reset', { email: 'a@example.org' }, {}, production);
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'urn:todo-chatbot:problem:mail-not-set-up', detail: expect.stringContaining('SMTP_URL') },
    });
    await production.close();
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    await createSendMail(
      { kind: 'log' },
      logger,
    )?.({ to: 'a@example.org', subject: 's', text: 'the link', html: '' });
    expect(lines.join('')).toContain('the link');
  });
});

describe('a password that is changed', () => {
  const change = (person: Person, body: Record<string, unknown>, headers: Record<string, string>) =>
    stage.request(`/api/${person.id}/password`, { method: 'PUT', body, headers });

  it('needs the present one, and ends the other sessions', async () => {
    const ada = await stage.signUp();
    const made = await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'Claude' } });
    const other = (await signIn(ada, PASSWORD)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const here = { cookie: ada.cookie };
    expect(await change(ada, { current_password: 'wrong', new_password: NEXT }, here)).toMatchObject({
      status: 403,
      body: { type: 'urn:todo-chatbot:problem:wrong-password' },
    });
    const body = { current_password: PASSWORD, new_password: NEXT };
    expect((await change(ada, body, here)).status).toBe(204);
    expect(await isSignedIn(here, ada)).toBe(true);
    expect(await isSignedIn({ authorization: `Bearer ${ada.token}` }, ada)).toBe(true);
    expect(await isSignedIn({ cookie: other }, ada)).toBe(false);
    expect(await isSignedIn({ authorization: `Bearer ${made.body.token}` }, ada)).toBe(true);
    expect((await signIn(ada, PASSWORD)).status).toBe(401);
    const back = { current_password: NEXT, new_password: PASSWORD, revoke_access_tokens: true };
    expect((await change(ada, back, here)).status).toBe(204);
    expect(await isSignedIn({ authorization: `Bearer ${made.body.token}` }, ada)).toBe(false);
  });

  it('is the person’s alone, not an access token’s; and names what is wrong', async () => {
    const ada = await stage.signUp();
    const { token } = (await ada.request('/api/{me}/access-tokens', { method: 'POST', body: { name: 'x' } }))
      .body;
    const body = { current_password: PASSWORD, new_password: NEXT };
    expect((await change(ada, body, { authorization: `Bearer ${token}` })).status).toBe(403);
    const here = { cookie: ada.cookie };
    expect(
      await change(ada, { current_password: PASSWORD, new_password: 'x'.repeat(129) }, here),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'new_password', message: 'must have at most 128 characters' }] },
    });
    expect(await change(ada, { ...body, new_password: 'correct\0horse' }, here)).toMatchObject({
      status: 422,
    });
  });
});
