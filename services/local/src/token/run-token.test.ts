import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runToken } from './run-token.ts';

const requests: string[] = [];
let server: Server;
let url: string;

/** The routes that the command uses, as the api answers them. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push(`${request.method} ${request.url} ${request.headers.cookie ?? '-'} ${body}`);
    const answer = (status: number, value: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    const token = {
      id: 3,
      name: 'Claude',
      scopes: ['read'],
      expires_at: '2999-01-01T00:00:00Z',
      last_used_at: null,
    };
    if (request.url?.endsWith('/sign-in/email')) {
      if (JSON.parse(body).password !== 'right') return answer(401, { detail: 'Invalid email or password' });
      return answer(200, { user: { id: 'ada-1' } }, { 'set-cookie': ['s=1; HttpOnly', 'd=2; Path=/'] });
    }
    if (request.method === 'POST' && request.url?.endsWith('/access-tokens')) {
      if (JSON.parse(body).expires_in_days > 366) return answer(422, { detail: 'expires_in_days: too long' });
      return answer(201, { ...token, token: 'todo_ada-1_secret' });
    }
    if (request.method === 'GET')
      return answer(200, [
        token,
        { ...token, id: 4, expires_at: '2020-01-01T00:00:00Z', last_used_at: '2019-05-05T01:00:00Z' },
      ]);
    if (request.method === 'DELETE') return response.writeHead(204).end();
    return answer(200, {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => void requests.splice(0));

async function token(
  args: string[],
  environment: NodeJS.ProcessEnv = { PUBLIC_URL: url, TODO_PASSWORD: 'right' },
) {
  const out: string[] = [];
  const err: string[] = [];
  const askHidden = async (question: string) => {
    err.push(question);
    return 'right';
  };
  const code = await runToken(args, environment, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    askHidden,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const me = ['--email', 'ada@example.org'];

test('prints nothing but the token where it can be taken from', async () => {
  const { code, out, err } = await token([...me, '--read-only', '--days', '30', '--name', 'Claude']);
  expect([code, out]).toEqual([0, 'todo_ada-1_secret']);
  expect(err).toContain('good until 2999-01-01');
  expect(err).toContain('--revoke 3');
  expect(requests).toEqual([
    'POST /api/auth/sign-in/email - {"email":"ada@example.org","password":"right"}',
    'POST /api/ada-1/access-tokens s=1; d=2 {"name":"Claude","scopes":["read"],"expires_in_days":30}',
    'POST /api/auth/sign-out s=1; d=2 {}',
  ]);
});

test('may write for 90 days unless told otherwise, and asks for the password', async () => {
  const { code, err } = await token(me, { PUBLIC_URL: url });
  expect(code).toBe(0);
  expect(err).toContain('Password of ada@example.org: ');
  expect(requests[1]).toMatch(/"scopes":\["read","write"\],"expires_in_days":90/);
});

test('an address that was left blank is none', async () => {
  const { code, err } = await token(me, { PUBLIC_URL: '', PORT: new URL(url).port, TODO_PASSWORD: 'right' });
  expect(err).toContain('good until');
  expect(code).toBe(0);
});

test('lists and revokes', async () => {
  expect((await token([...me, '--list'])).out).toBe(
    '3  Claude  (read; good until 2999-01-01; never used)\n4  Claude  (read; over since 2020-01-01; last used 2019-05-05)',
  );
  const { err } = await token([...me, '--revoke', '3', '--url', url]);
  expect(err).toBe('Token 3 is revoked.');
  expect(requests).toContain('DELETE /api/ada-1/access-tokens/3 s=1; d=2 ');
});

test('signs out when the api says no, too', async () => {
  const { code, err } = await token([...me, '--days', '999']);
  expect([code, err]).toEqual([1, 'todo-chatbot: expires_in_days: too long']);
  expect(requests.at(-1)).toContain('/sign-out');
});

test.each([
  ['no account', [], 'Whose token? Name the account with --email.'],
  ['an unknown option', [...me, '--forever'], "Unknown option '--forever'"],
  ['no number', [...me, '--days', 'ten'], '--days must be a whole number.'],
  ['no address', [...me, '--url', 'localhost'], '--url must be a full address'],
  ['nobody there', [...me, '--url', 'http://127.0.0.1:9'], 'Nothing answers at http://127.0.0.1:9.'],
])('%s: says what to do', async (_, args, sentence) => {
  const { code, out, err } = await token(args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`todo-chatbot: ${sentence}`);
});

test('a wrong password is the api’s to refuse', async () => {
  const { code, err } = await token(me, { PUBLIC_URL: url, TODO_PASSWORD: 'wrong' });
  expect([code, err]).toEqual([1, 'todo-chatbot: Invalid email or password']);
});

test('help is help', async () => {
  expect(await token(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--read-only') });
});
