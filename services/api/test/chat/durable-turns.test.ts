/** Turns end exactly once, whatever becomes of connections. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { chunksOf, readAnswer, textOf } from './event-stream.ts';
import { createStage } from './replicas.ts';
import { messagesOf, pausingModel, tasksOf, untilText } from './slow-models.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  // None may be left: it would take over the turns of the next test.
  return () => stage.endReplicas();
});

describe('a running turn', () => {
  it('is resumed from any replica, from its beginning', async () => {
    const { model, goOn } = pausingModel();
    const one = await (await stage.replica(model)).as(me);
    const two = await (await stage.replica()).as(me);
    const first = chunksOf(await one.stream('tell me'));
    await untilText(first);
    const resumed = await two.request('/api/{me}/chat/1/stream');
    expect(resumed.status).toBe(200);
    const again = await one.request('/api/{me}/chat/1/stream');
    goOn();
    for (const response of [resumed, again]) {
      const { message, chunks } = await readAnswer(response);
      expect(textOf(message)).toBe('Half of it, and the rest.');
      expect(chunks[0]?.type).toBe('start');
      expect(chunks.at(-1)?.type).toBe('finish');
    }
    expect((await two.request('/api/{me}/chat/1/stream')).status).toBe(204);
  });

  it('goes on when the client goes away', async () => {
    const { model, goOn } = pausingModel();
    const api = await (await stage.replica(model)).as(me);
    const response = await api.stream('tell me');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    goOn();
    await vi.waitFor(
      async () => expect(textOf((await messagesOf(api, 1))[1])).toBe('Half of it, and the rest.'),
      10_000,
    );
  });

  it('is stopped from any replica, and what was said is kept', async () => {
    const { model } = pausingModel();
    const one = await (await stage.replica(model)).as(me);
    const two = await (await stage.replica()).as(me);
    const chunks = chunksOf(await one.stream('tell me'));
    await untilText(chunks);
    expect((await two.request('/api/{me}/chat/1/stop', { method: 'POST' })).status).toBe(204);
    const rest = [];
    for await (const chunk of chunks) rest.push(chunk.type);
    expect(rest.at(-1)).toBe('abort');
    expect(textOf((await messagesOf(two, 1))[1])).toBe('Half of it, ');
    const [turn] = await stage.system((sql) => sql`select status from turns where user_id = ${me}`);
    expect(turn?.status).toBe('stopped');
  });

  it('ends with 404 when its conversation is deleted', async () => {
    const { model, goOn } = pausingModel();
    const one = await (await stage.replica(model)).as(me);
    const two = await (await stage.replica()).as(me);
    const answer = one.request('/api/{me}/chat', { method: 'POST', body: { message: 'tell me' } });
    await vi.waitFor(async () => {
      expect(await stage.system((sql) => sql`select from turn_chunks where user_id = ${me}`)).not.toEqual([]);
    }, 10_000);
    expect((await two.request('/api/{me}/conversations/1', { method: 'DELETE' })).status).toBe(204);
    goOn();
    expect((await answer).status).toBe(404);
  });

  it('may end just as its conversation is deleted', async () => {
    const { model } = pausingModel();
    const api = await (await stage.replica(model)).as(me);
    await untilText(chunksOf(await api.stream('tell me')));
    const { promise: deleted, resolve } = Promise.withResolvers<Response>();
    await stage.system(async (sql) => {
      await sql`update turns set status = 'completed', ended_at = now() where user_id = ${me}`;
      api.request('/api/{me}/conversations/1', { method: 'DELETE' }).then(resolve);
      await vi.waitFor(
        async () => expect(await sql`select from pg_locks where not granted`).not.toEqual([]),
        10_000,
      );
      return sql`update conversations set updated_at = now() where user_id = ${me} returning id`;
    });
    expect((await deleted).status).toBe(204);
  });

  it('lets the next message wait for its answer', async () => {
    const { model, goOn } = pausingModel();
    const one = await (await stage.replica(model)).as(me);
    const two = await (await stage.replica()).as(me);
    const first = chunksOf(await one.stream('tell me'));
    await untilText(first);
    const second = two.say('add milk', 1);
    goOn();
    expect((await second).tool_calls).toHaveLength(1);
    expect((await messagesOf(two, 1)).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
  });

  it('lets a few messages wait, and refuses the others at once', async () => {
    const { model, goOn } = pausingModel();
    const api = await (await stage.replica(model)).as(me);
    await untilText(chunksOf(await api.stream('tell me')));
    const statuses: number[] = [];
    const said = Array.from({ length: 12 }, async (_, number) => {
      const body = { conversation_id: 1, message: `and this? ${number}` };
      const { status } = await api.request('/api/{me}/chat', { method: 'POST', body });
      statuses.push(status);
    });
    await vi.waitFor(() => expect(statuses).toEqual([409, 409]), 10_000);
    goOn();
    await Promise.all(said);
    expect(statuses.slice(2)).toEqual(Array(10).fill(200));
  });
});

describe('the same message sent again', () => {
  it('answers with the same turn', async () => {
    const api = await (await stage.replica()).as(me);
    const first = await api.say('add milk', undefined, { 'idempotency-key': 'one' });
    const second = await api.say('add milk', undefined, { 'idempotency-key': 'one' });
    expect(second).toEqual(first);
    expect(await tasksOf(api)).toHaveLength(1);
    const streamed = await api.request('/api/{me}/chat', {
      method: 'POST',
      body: { message: 'add milk' },
      headers: { accept: 'text/event-stream', 'idempotency-key': 'one' },
    });
    expect(textOf((await readAnswer(streamed)).message)).toBe(first.response);
    const other = await api.request('/api/{me}/chat', {
      method: 'POST',
      body: { message: 'add eggs' },
      headers: { 'idempotency-key': 'one' },
    });
    expect(other.status).toBe(422);
  });
});
