/** What Prometheus reads: every name that the docs have, and no series of anybody's own. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createStage } from './stage.ts';

it('counts requests by route, turns, streams and connections', async () => {
  const stage = await createStage();
  const people = [await stage.person(), await stage.person()];
  for (const person of people) {
    await person.add('One');
    await person.request('/api/{me}/tasks/1');
    await person.request('/api/{me}/tasks/4711');
    await person.request('/api/{me}/chat', { method: 'POST', body: { message: 'Show my tasks' } });
    await person.request(`/no/such/${crypto.randomUUID()}`);
  }
  const [ada] = people;
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${ada?.token}` };
  const stream = await stage.app.request(`/api/${ada?.id}/events`, { headers, signal: leaving.signal });
  const server = stage.metrics.server().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const text = await (await fetch(`${address}/metrics`)).text();
  const elsewhere = await fetch(address);
  expect([elsewhere.status, await elsewhere.text()]).toEqual([404, 'There is only /metrics here.\n']);
  server.close();
  await stream.body?.cancel();
  await stage.close();

  const value = (series: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')[1],
    );
  expect(
    value('http_request_duration_seconds_count{method="GET",route="/api/:user_id/tasks/:id",status="200"}'),
  ).toBe(2);
  expect(
    value('http_request_duration_seconds_count{method="GET",route="/api/:user_id/tasks/:id",status="404"}'),
  ).toBe(2);
  expect(value('http_request_duration_seconds_count{method="GET",route="none",status="404"}')).toBe(2);
  expect(value('chat_turn_duration_seconds_count{outcome="answered"}')).toBe(2);
  expect(value('chat_turns_running')).toBe(0);
  expect(value('event_streams_open')).toBe(1);
  expect(value('database_connections')).toBeGreaterThan(0);
  expect(value('database_requests_waiting')).toBe(0);
  expect([0, 1]).toContain(value('database_notifications_heard'));
  for (const { id } of people) expect(text).not.toContain(id);

  // The chart's alerts and dashboard ask for nothing that is not there, by name or by label.
  const files = ['rules.yaml', 'dashboard.json'].map((name) =>
    readFile(new URL(`../../../stack/chart/monitoring/${name}`, import.meta.url), 'utf8'),
  );
  const asked = (await Promise.all(files)).join('\n').replaceAll('\\"', '"');
  const names = new Set([...asked.matchAll(/([a-z][a-z0-9_]+)\{namespace=/g)].map(([, name]) => name ?? ''));
  expect(names.size).toBeGreaterThan(12);
  const series = (name: string) => new RegExp(`^(# TYPE )?${name}[{ ]`, 'm').test(text);
  // `up` is Prometheus' own.
  expect([...names].filter((name) => name !== 'up' && !series(name))).toEqual([]);
  for (const label of ['status="200"', 'outcome="answered"', 'method="GET"']) expect(text).toContain(label);

  const page = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const own = [...text.matchAll(/^# TYPE (\w+)/gm)]
    .map(([, name]) => name)
    .filter((name) => !/^(process|nodejs)_/.test(name ?? ''));
  expect(own.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
