/** Live changes, over the event stream. */
import { getEventListeners } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { createEventService } from '../src/events/event-service.ts';
import { connectDirectlyTo } from './databases.ts';
import { createStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let other: Stage;
let ada: Person;
const open = new Set<AbortController>();

beforeAll(async () => {
  stage = await createStage();
  other = await createStage({ DATABASE_URL: stage.url });
});
afterAll(() => Promise.all([stage.close(), other.close()]));
beforeEach(async () => {
  ada = await stage.person();
});
afterEach(() => {
  for (const controller of open) controller.abort();
  open.clear();
});

interface Received {
  id: number;
  event: string;
  data: { type: string; task: { title: string } };
}

/** Reads the stream of one replica, an event at a time. */
async function follow(replica: Stage, lastEventId?: number) {
  const controller = new AbortController();
  open.add(controller);
  const response = await replica.app.request(`/api/${ada.id}/events`, {
    headers: {
      authorization: `Bearer ${ada.token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    },
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return undefined;
      text += chunk.value;
    }
  };
  const retry = await block();
  return {
    response,
    retry,
    leave: () => controller.abort(),
    async next(): Promise<Received | undefined> {
      for (;;) {
        const found = await block();
        if (found === undefined) return undefined;
        if (found.startsWith(':')) continue;
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(found)?.[1] ?? '';
        return { id: Number(field('id')), event: field('event'), data: JSON.parse(field('data')) };
      }
    },
  };
}

it('tells every change in order, from any replica to any replica', async () => {
  const [here, there] = [await follow(stage), await follow(other)];
  expect(here.response.headers.get('content-type')).toContain('text/event-stream');
  expect(here.response.headers.get('cache-control')).toBe('no-cache, no-transform');
  expect(here.retry).toBe('retry: 1000');
  await ada.add('First');
  const headers = { authorization: `Bearer ${ada.token}` };
  await other.request(`/api/${ada.id}/tasks/1`, { method: 'PATCH', body: { title: 'Second' }, headers });
  await ada.request('/api/{me}/tasks/1', { method: 'DELETE' });
  await ada.request('/api/{me}/tasks/1/restore', { method: 'POST' });
  for (const stream of [here, there]) {
    const events = [await stream.next(), await stream.next(), await stream.next(), await stream.next()];
    expect(
      events.map((event) => [event?.id, event?.event, event?.data.type, event?.data.task.title]),
    ).toEqual([
      [1, 'task', 'task.created', 'First'],
      [2, 'task', 'task.updated', 'Second'],
      [3, 'task', 'task.deleted', 'Second'],
      [4, 'task', 'task.restored', 'Second'],
    ]);
  }
});

it('resumes after the last event seen, and begins with what comes next', async () => {
  await ada.add('First');
  await ada.add('Second');
  expect((await (await follow(other, 1)).next())?.data.task.title).toBe('Second');
  const fromNowOn = await follow(stage);
  await ada.add('Third');
  expect((await fromNowOn.next())?.data.task.title).toBe('Third');
});

it('says so when what followed is kept no longer, or never was', async () => {
  for (const title of ['First', 'Second', 'Third']) await ada.add(title);
  const sql = connectDirectlyTo(stage.url);
  await sql.begin(async (tx) => {
    await tx`select set_config('app.user_id', ${ada.id}, true)`;
    await tx`delete from events where user_id = ${ada.id} and id <= 2`;
  });
  await sql.end();
  expect(await (await follow(stage, 2)).next()).toMatchObject({ id: 3, event: 'task' });
  for (const lost of [await follow(stage, 1), await follow(other, 0), await follow(stage, 5000)]) {
    expect(await lost.next()).toMatchObject({ id: 3, event: 'reset', data: { type: 'reset' } });
  }
  const upToDate = await follow(stage, 3);
  await ada.add('Fourth');
  expect(await upToDate.next()).toMatchObject({ id: 4, event: 'task' });
});

it('tells everything where notifications do not come through', async () => {
  // As behind a pooler: what is listened to on one connection is told on another.
  const deaf = createEventService({ ...stage.database, listen: async () => async () => {} });
  await deaf.start();
  // Nobody reads yet, so nothing is missed.
  expect(deaf.isHeard()).toBe(true);
  const leaving = new AbortController();
  const stream = deaf.subscribe(ada.id, 0, leaving.signal)[Symbol.asyncIterator]();
  for (let number = 1; number <= 3; number++) {
    const next = stream.next();
    await ada.add(`Task ${number}`);
    expect((await next).value.id).toBe(number);
  }
  expect(deaf.isHeard()).toBe(false);
  leaving.abort();
  expect((await stream.next()).done).toBe(true);
  deaf.stop();
});

it('notices whether notifications come through', async () => {
  const stream = await follow(stage);
  await ada.add('News');
  await stream.next();
  if (inject('serviceUrl') === inject('directUrl')) {
    await vi.waitFor(() => expect(stage.events.isHeard()).toBe(true), { timeout: 5_000 });
  } else {
    await vi.waitFor(() => expect(stage.events.isHeard()).toBe(false), { timeout: 5_000 });
  }
});

it('neither loses nor repeats events under parallel writes', async () => {
  const stream = await follow(other);
  await Promise.all(Array.from({ length: 30 }, (_, n) => ada.add(`Task ${n}`)));
  const ids = [];
  for (let n = 0; n < 30; n++) ids.push((await stream.next())?.id);
  expect(ids).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
});

it('tells nothing of a change that failed', async () => {
  const stream = await follow(stage);
  await ada.request('/api/{me}/tasks', { method: 'POST', body: { title: '' } });
  await ada.request('/api/{me}/tasks/9', { method: 'DELETE' });
  await ada.add('Real');
  expect(await stream.next()).toMatchObject({ id: 1, data: { task: { title: 'Real' } } });
});

it("tells nothing of another user's", async () => {
  const stream = await follow(stage);
  await (await stage.person()).add('Theirs');
  await ada.add('Mine');
  expect((await stream.next())?.data.task.title).toBe('Mine');
});

it('hears again after its connection to the database was cut', async () => {
  const stream = await follow(stage);
  await stage.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`;
  await ada.add('After the cut');
  expect((await stream.next())?.data.task.title).toBe('After the cut');
  await ada.add('Live again');
  expect((await stream.next())?.data.task.title).toBe('Live again');
});

it('ends when the process leaves', async () => {
  const leaving = await createStage({ DATABASE_URL: stage.url });
  const stream = await follow(leaving);
  leaving.leave();
  expect(await stream.next()).toBeUndefined();
  await leaving.close();
});

it('leaves nothing running behind a HEAD request', async () => {
  const [set, clear] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')];
  expect((await ada.request('/api/{me}/events', { method: 'HEAD' })).status).toBe(200);
  const comment = set.mock.results[set.mock.calls.findIndex(([, time]) => time === 15_000)]?.value;
  expect(comment).toBeDefined();
  await vi.waitFor(() => expect(clear.mock.calls.some(([timer]) => timer === comment)).toBe(true), 10_000);
  vi.restoreAllMocks();
});

it('holds no more for each event that it has told', async () => {
  const leaving = new AbortController();
  const stream = stage.events.subscribe(ada.id, 0, leaving.signal)[Symbol.asyncIterator]();
  for (let number = 1; number <= 5; number++) {
    await ada.add(`Task ${number}`);
    expect((await stream.next()).value.id).toBe(number);
  }
  expect(getEventListeners(leaving.signal, 'abort').length).toBeLessThan(2);
  leaving.abort();
  expect((await stream.next()).done).toBe(true);
});

it.each(['x', '-1', '1.5', '99999999999'])('refuses Last-Event-ID %s', async (value) => {
  const answer = await ada.request('/api/{me}/events', { headers: { 'last-event-id': value } });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ path: expect.stringMatching(/^last-event-id$/i) }] },
  });
});
