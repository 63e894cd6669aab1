/** Connections that Postgres ends meanwhile: whoever comes with a session cookie is told to try again, no more. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDirectlyTo, copyDatabase } from '../databases.ts';
import { PASSWORD } from '../stage.ts';
import { type ApiProcess, startProcess } from './api-process.ts';

const ROUNDS = 40;
let url: string;
let api: ApiProcess;
beforeAll(async () => {
  url = await copyDatabase();
  api = await startProcess(url);
});
afterAll(() => api.end());

it('answers 503 with Retry-After, never 500 or a sign-out', async () => {
  const email = 'ada@example.org';
  const post = (path: string, body: unknown) =>
    fetch(`${api.address}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const up = await post('sign-up/email', { name: 'Ada', email, password: PASSWORD });
  const { user } = (await up.json()) as { user: { id: string } };
  const cookie = up.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const get = (path: string) => fetch(api.address + path, { headers: { cookie } });
  const admin = connectDirectlyTo(url);
  const ask = [
    () => get(`/api/${user.id}/tasks`),
    () => get(`/api/${user.id}/sessions`),
    () => get('/api/auth/get-session'),
    () => get('/api/auth/token'),
    () => post('sign-in/email', { email, password: PASSWORD }),
  ];
  const seen = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const answers = ask.map((request) => request());
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    for (const answer of await Promise.all(answers)) {
      const { status, headers } = answer;
      const body = await answer.json();
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect([200, 503], JSON.stringify(body)).toContain(status);
      if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      else expect(body).not.toBeNull();
    }
  }
  await admin.end();
  // JSON lines alone, and nothing of whom they are about.
  const lines = api.output().trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
  expect(api.output()).not.toContain(email);
  expect(api.output()).not.toContain(decodeURIComponent(cookie).split(/[=.]/)[2]);
  expect([...seen.keys()].sort()).toEqual([200, 503]);
  await expect.poll(async () => (await get(`/api/${user.id}/tasks`)).status, { timeout: 10_000 }).toBe(200);
});
