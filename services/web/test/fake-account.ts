import { Hono } from 'hono';
import type { Answer } from '../src/api-client/contract.ts';

type Profile = Answer<'get', '/api/{user_id}/profile'>;
type Session = Answer<'get', '/api/{user_id}/sessions'>[number];
type AccessToken = Answer<'get', '/api/{user_id}/access-tokens'>[number];

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A problem as the api tells it. */
export function refusal(
  status: number,
  kind: string,
  more: object = {},
  headers: Record<string, string> = {},
) {
  return Response.json(
    { type: `urn:todo-chatbot:problem:${kind}`, title: kind, status, detail: `It is ${kind}.`, ...more },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );
}

/** The routes of the account, in memory; the password is `correct horse`. */
export function fakeAccount() {
  const profile: Profile = {
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    language: null,
    time_zone: 'Europe/London',
    time_zone_chosen: false,
    created_at: ago(90 * 24 * 60),
  };
  const times = { created_at: ago(3 * 24 * 60), expires_at: ago(-4 * 24 * 60) };
  let sessions: Session[] = [
    {
      id: 'phone',
      device: { browser: 'Safari', system: 'iOS', kind: 'mobile' },
      address: '203.0.113.7',
      last_seen_at: ago(125),
      current: false,
      ...times,
    },
    {
      id: 'script',
      device: { browser: null, system: null, kind: 'other' },
      address: null,
      last_seen_at: ago(3 * 24 * 60),
      current: false,
      ...times,
    },
    {
      id: 'here',
      device: { browser: 'Firefox', system: 'Linux', kind: 'desktop' },
      address: '192.0.2.1',
      last_seen_at: ago(0),
      current: true,
      ...times,
    },
  ];
  let tokens: AccessToken[] = [];
  let made = 0;
  const app = new Hono();

  app.post('/api/auth/request-password-reset', (c) => c.json({ status: true }));
  app.post('/api/auth/reset-password', async (c) => {
    const { token } = await c.req.json();
    return token === 'good' ? c.json({ status: true }) : refusal(400, 'reset-token-invalid');
  });

  app.get('/api/:user/profile', (c) => c.json(profile));
  app.patch('/api/:user/profile', async (c) => {
    const changes = await c.req.json();
    Object.assign(profile, changes);
    if ('time_zone' in changes) profile.time_zone_chosen = changes.time_zone !== null;
    return c.json(profile);
  });
  app.put('/api/:user/password', async (c) => {
    const { current_password } = await c.req.json();
    return current_password === 'correct horse' ? c.body(null, 204) : refusal(403, 'wrong-password');
  });
  app.post('/api/:user/deletion', async (c) => {
    const { password } = await c.req.json();
    return password === 'correct horse' ? c.body(null, 204) : refusal(403, 'wrong-password');
  });

  app.get('/api/:user/sessions', (c) => c.json(sessions));
  app.delete('/api/:user/sessions', (c) => {
    sessions = sessions.filter(({ current }) => current);
    return c.body(null, 204);
  });
  app.delete('/api/:user/sessions/:id', (c) => {
    const id = c.req.param('id');
    if (!sessions.some((session) => session.id === id)) return refusal(404, 'session-not-found');
    sessions = sessions.filter((session) => session.id !== id);
    return c.body(null, 204);
  });

  app.get('/api/:user/access-tokens', (c) => c.json(tokens));
  app.post('/api/:user/access-tokens', async (c) => {
    const { name, scopes, expires_in_days } = await c.req.json();
    made += 1;
    const expires_at = ago(-expires_in_days * 24 * 60);
    const token = { id: made, name, scopes, created_at: ago(0), expires_at, last_used_at: null };
    tokens = [...tokens, token];
    return c.json({ ...token, token: `todo_ada-1_${made}` }, 201);
  });
  app.delete('/api/:user/access-tokens/:id', (c) => {
    const id = Number(c.req.param('id'));
    if (!tokens.some((token) => token.id === id)) return refusal(404, 'access-token-not-found');
    tokens = tokens.filter((token) => token.id !== id);
    return c.body(null, 204);
  });

  app.get('/api/:user/export', (c) => {
    const format = c.req.query('format');
    c.header('content-disposition', `attachment; filename="todo-2030-01-31.${format}"`);
    return format === 'csv' ? c.text('id,title\r\n') : c.json({ format: 'todo-chatbot' });
  });
  app.post('/api/:user/import', async (c) => {
    const text = await c.req.text();
    if (text.includes('wrong')) {
      const errors = [
        { row: 2, path: 'title', message: 'must have at least 1 character' },
        { row: 5, path: 'due_date', message: 'must be a date such as 2030-01-31' },
      ];
      return refusal(422, 'invalid-input', { errors, more: 3 });
    }
    return c.json({ tasks: 2, trashed: 1, conversations: 1, messages: 4, first_task_id: 1 });
  });
  return app;
}
