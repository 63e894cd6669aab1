/** Access tokens: made once, used by REST and MCP alike, revoked, expired, and never another user's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sweepExpired } from '../../src/database/sweep.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;
beforeEach(async () => {
  ada = await stage.person();
});

const make = async (person: Person, body: Record<string, unknown> = { name: 'Claude' }) =>
  person.request('/api/{me}/access-tokens', { method: 'POST', body });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const listTools = (token: string) =>
  stage.request('/mcp', {
    method: 'POST',
    body: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
    headers: { ...bearer(token).headers, accept: 'application/json, text/event-stream' },
  });

describe('making one', () => {
  it('tells the token once and keeps only its hash', async () => {
    const made = await make(ada);
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(made.headers.get('location')).toBe(`/api/${ada.id}/access-tokens/1`);
    const { token, ...rest } = made.body;
    expect(token).toMatch(new RegExp(`^todo_${ada.id}_[0-9a-f]{40}$`));
    expect(rest).toMatchObject({ id: 1, name: 'Claude', scopes: ['read', 'write'], last_used_at: null });
    const days = (Date.parse(rest.expires_at) - Date.parse(rest.created_at)) / 86_400_000;
    expect(days).toBeCloseTo(90, 0);
    expect((await ada.request('/api/{me}/access-tokens')).body).toEqual([rest]);
    const stored = await stage.sql.begin(async (sql) => {
      await sql`select set_config('role', 'todo_system', true)`;
      return sql`select * from access_tokens where user_id = ${ada.id}`;
    });
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(token.slice(-40));
  });

  it.each([
    ['no name', {}, 'name'],
    ['an empty name', { name: ' ' }, 'name'],
    ['a long name', { name: 'x'.repeat(101) }, 'name'],
    ['no scope', { name: 'x', scopes: [] }, 'scopes'],
    ['an unknown scope', { name: 'x', scopes: ['admin'] }, 'scopes.0'],
    ['no day', { name: 'x', expires_in_days: 0 }, 'expires_in_days'],
    ['more than a year', { name: 'x', expires_in_days: 367 }, 'expires_in_days'],
  ])('is refused with %s', async (_, body, path) => {
    expect(await make(ada, body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('has a limit that holds for those asked at once', async () => {
    for (let made = 0; made < 48; made++) await make(ada);
    const last = await Promise.all(Array.from({ length: 5 }, () => make(ada)));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    expect((await ada.request('/api/{me}/access-tokens')).body).toHaveLength(50);
  });
});

describe('using one', () => {
  it('opens REST and MCP, and says when it was last used', async () => {
    const { token } = (await make(ada)).body;
    const added = await stage.request(`/api/${ada.id}/tasks`, {
      method: 'POST',
      body: { title: 'By token' },
      ...bearer(token),
    });
    expect(added.status).toBe(201);
    const tools = await listTools(token);
    expect(tools.body.result.tools).toHaveLength(6);
    const [shown] = (await ada.request('/api/{me}/access-tokens')).body;
    expect(Date.parse(shown.last_used_at)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('changes nothing without the scope write', async () => {
    const { token } = (await make(ada, { name: 'Reader', scopes: ['read'] })).body;
    expect((await stage.request(`/api/${ada.id}/tasks`, bearer(token))).status).toBe(200);
    const write = { method: 'POST', body: { title: 'x' }, ...bearer(token) };
    expect((await stage.request(`/api/${ada.id}/tasks`, write)).status).toBe(403);
    const { tools } = (await listTools(token)).body.result;
    expect(tools.map(({ name }: { name: string }) => name)).toEqual(['list_tasks']);
    const overMcp = await stage.request('/mcp', {
      method: 'POST',
      body: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'add_task', arguments: { title: 'x' } },
      },
      headers: { ...bearer(token).headers, accept: 'application/json, text/event-stream' },
    });
    expect(overMcp.body.error).toMatchObject({
      code: -32602,
      message: expect.stringContaining('may only read'),
    });
    expect((await ada.request('/api/{me}/tasks')).body).toEqual([]);
  });

  it('reaches nobody else, whatever user the token is made to name', async () => {
    const eve = await stage.person();
    const { token } = (await make(ada)).body;
    expect((await stage.request(`/api/${eve.id}/tasks`, bearer(token))).status).toBe(403);
    const forged = token.replace(ada.id, eve.id);
    expect((await stage.request(`/api/${eve.id}/tasks`, bearer(forged))).status).toBe(401);
  });

  it('makes, lists and revokes no tokens', async () => {
    const { token } = (await make(ada)).body;
    const path = `/api/${ada.id}/access-tokens`;
    const more = await stage.request(path, { method: 'POST', body: { name: 'x' }, ...bearer(token) });
    expect(more).toMatchObject({ status: 403, body: { type: expect.stringContaining('sign-in-required') } });
    expect((await stage.request(path, bearer(token))).status).toBe(403);
    expect((await stage.request(`${path}/1`, { method: 'DELETE', ...bearer(token) })).status).toBe(403);
  });
});

describe('the end of one', () => {
  const refused = async (token: string, detail: string) => {
    for (const answer of [
      await stage.request(`/api/${ada.id}/tasks`, bearer(token)),
      await listTools(token),
    ]) {
      expect(answer).toMatchObject({ status: 401, body: { detail } });
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  };
  const expire = (ago: string) =>
    stage.sql.begin(async (sql) => {
      await sql`select set_config('role', 'todo_system', true)`;
      await sql`update access_tokens set expires_at = now() - ${ago}::interval where user_id = ${ada.id}`;
    });

  it('comes at once when it is revoked, by its owner alone', async () => {
    const eve = await stage.person();
    const { token } = (await make(ada)).body;
    const revoke = { method: 'DELETE' };
    expect((await eve.request('/api/{me}/access-tokens/1', revoke)).status).toBe(404);
    expect((await ada.request('/api/{me}/access-tokens/1', revoke)).status).toBe(204);
    await refused(token, 'The access token is not valid, or was revoked.');
    expect((await ada.request('/api/{me}/access-tokens/1', revoke)).status).toBe(404);
    expect((await make(ada)).body.id).toBe(2);
  });

  it('comes with its day; it stays listed for a while, and is then removed', async () => {
    const { token } = (await make(ada, { name: 'Short', expires_in_days: 1 })).body;
    await expire('1 second');
    await refused(token, 'The access token has expired; make a new one.');
    await sweepExpired(stage.database);
    expect((await ada.request('/api/{me}/access-tokens')).body).toHaveLength(1);
    await expire('31 days');
    await sweepExpired(stage.database);
    expect((await ada.request('/api/{me}/access-tokens')).body).toEqual([]);
  });

  it('comes with the account', async () => {
    const { token } = (await make(ada)).body;
    await stage.sql`delete from users where id = ${ada.id}`;
    await refused(token, 'The access token is not valid, or was revoked.');
  });

  it.each(['todo_', 'todo_x_', `todo__${'0'.repeat(40)}`, `todo_x_${'0'.repeat(40)}`])(
    'was never there: %s',
    (token) => refused(token, 'The access token is not valid, or was revoked.'),
  );
});
