/** Turns end exactly once, whatever becomes of connections, processes and models. */
import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { UIMessage } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chunksOf, readAnswer, textOf } from './event-stream.ts';
import { createStage, type Person, type TestStage } from './replicas.ts';

let stage: TestStage;
let me: string;

beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  me = await stage.account();
  // None may be left: it would take over the turns of the next test.
  return () => stage.endReplicas();
});

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const toolCall = (toolName: string, input: unknown): LanguageModelV4StreamPart[] => [
  { type: 'tool-call', toolCallId: crypto.randomUUID(), toolName, input: JSON.stringify(input) },
  { type: 'finish', usage, finishReason: { unified: 'tool-calls', raw: undefined } },
];
const text = (...deltas: string[]): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id: 't' },
  ...deltas.map((delta) => ({ type: 'text-delta' as const, id: 't', delta })),
  { type: 'text-end', id: 't' },
  { type: 'finish', usage, finishReason: { unified: 'stop', raw: undefined } },
];

/** A model that says a few words, then waits until it is let go on. */
function pausingModel(before: LanguageModelV4StreamPart[][] = []) {
  const gate = Promise.withResolvers<void>();
  const steps = [...before];
  const model = new MockLanguageModelV4({
    doStream: async ({ abortSignal }) => {
      const step = steps.shift();
      if (step) return { stream: ReadableStream.from(step) };
      const [start, ...rest] = text('Half of it, ', 'and the rest.');
      return {
        stream: ReadableStream.from(
          (async function* () {
            if (start) yield start;
            if (rest[0]) yield rest[0];
            await Promise.race([
              gate.promise,
              new Promise((_resolve, reject) =>
                abortSignal?.addEventListener('abort', () => reject(abortSignal.reason)),
              ),
            ]);
            yield* rest.slice(1);
          })(),
        ),
      };
    },
  });
  return { model, goOn: () => gate.resolve() };
}

/** Reads a stream until the text has begun; the rest can be read on. */
async function untilText(chunks: AsyncGenerator<{ type: string }>): Promise<void> {
  for (;;) {
    const { value, done } = await chunks.next();
    if (done || value.type === 'text-delta') return;
  }
}

async function messagesOf(api: Person, id: number): Promise<UIMessage[]> {
  const response = await api.request(`/api/{me}/conversations/${id}`);
  return ((await response.json()) as { messages: UIMessage[] }).messages;
}

async function tasksOf(api: Person): Promise<{ title: string }[]> {
  return (await (await api.request('/api/{me}/tasks')).json()) as { title: string }[];
}

const failing = (error: Error): LanguageModelV4 =>
  new MockLanguageModelV4({
    doStream: async () => {
      throw error;
    },
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
    await vi.waitFor(async () =>
      expect(textOf((await messagesOf(api, 1))[1])).toBe('Half of it, and the rest.'),
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
    });
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
      await vi.waitFor(async () => expect(await sql`select from pg_locks where not granted`).not.toEqual([]));
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
});

describe('a process that goes away', () => {
  it('leaves its turn to another, and nothing is done twice', async () => {
    const add = toolCall('add_task', { title: 'Only once' });
    const lost = pausingModel([add]);
    const one = await stage.replica(lost.model);
    const chunks = chunksOf(await (await one.as(me)).stream('add it once'));
    await untilText(chunks);
    await vi.waitFor(async () => {
      const [row] = await stage.system(
        (sql) =>
          sql`select count(*)::int as rows from turn_chunks where user_id = ${me} and chunks::text like '%Half of it%'`,
      );
      expect(row?.rows).toBe(1);
    });
    await one.crash();
    await stage.system(
      (sql) => sql`update turns set lease_until = now() - interval '1 second' where user_id = ${me}`,
    );

    const asked: unknown[] = [];
    const next = new MockLanguageModelV4({
      doStream: async ({ prompt }) => {
        asked.push(prompt.at(-1));
        return { stream: ReadableStream.from(text('It is on your list.')) };
      },
    });
    const two = await (await stage.replica(next)).as(me);
    await vi.waitFor(
      async () => expect(textOf((await messagesOf(two, 1))[1])).toBe('It is on your list.'),
      10_000,
    );
    // The model was asked only for what was not on record: the words after the tool's result.
    expect(asked).toEqual([expect.objectContaining({ role: 'tool' })]);
    expect((await tasksOf(two)).map(({ title }) => title)).toEqual(['Only once']);
  });

  it('makes a call whose outcome is unknown again under the same key', async () => {
    const one = await stage.replica(pausingModel([toolCall('add_task', { title: 'Only once' })]).model);
    await untilText(chunksOf(await (await one.as(me)).stream('add it once')));
    await one.crash();
    // As if the process had died between the task's commit and the record of it.
    await stage.system(async (sql) => {
      const rows = await sql`select chunks from turn_chunks where user_id = ${me} order by sequence`;
      const chunks = rows.flatMap((row) => row.chunks as { type: string }[]);
      const kept = chunks.slice(0, chunks.findIndex(({ type }) => type === 'tool-input-available') + 1);
      await sql`delete from turn_chunks where user_id = ${me} and sequence > 1`;
      return sql`update turn_chunks set chunks = ${sql.json(kept)} where user_id = ${me}`;
    });
    await stage.system(
      (sql) => sql`update turns set lease_until = now() - interval '1 second' where user_id = ${me}`,
    );

    const two = await (
      await stage.replica(
        new MockLanguageModelV4({ doStream: async () => ({ stream: ReadableStream.from(text('Done.')) }) }),
      )
    ).as(me);
    await vi.waitFor(async () => expect(textOf((await messagesOf(two, 1))[1])).toBe('Done.'), 10_000);
    expect((await messagesOf(two, 1))[1]?.parts).toContainEqual(
      expect.objectContaining({
        toolName: 'add_task',
        state: 'output-available',
        output: { task_id: 1, status: 'created', title: 'Only once' },
      }),
    );
    expect(await tasksOf(two)).toHaveLength(1);
  });

  it('gives its turns back when it drains, and ends its streams', async () => {
    const { model } = pausingModel();
    const one = await stage.replica(model);
    const chunks = chunksOf(await (await one.as(me)).stream('tell me'));
    await untilText(chunks);
    const twoModel = new MockLanguageModelV4({
      doStream: async () => ({ stream: ReadableStream.from(text('From the other.')) }),
    });
    const two = await (await stage.replica(twoModel)).as(me);
    await one.end();
    const rest = [];
    for await (const chunk of chunks) rest.push(chunk.type);
    expect(rest).not.toContain('finish');
    await vi.waitFor(
      async () => expect(textOf((await messagesOf(two, 1))[1])).toBe('From the other.'),
      10_000,
    );
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

describe('a model in trouble', () => {
  it('that fails is excused in words, and the conversation goes on', async () => {
    const api = await (await stage.replica(failing(new Error('sk-secret is not a valid key')))).as(me);
    const answer = await api.say('add milk');
    expect(answer.response).toContain("couldn't finish");
    expect(answer.response).toContain('Nothing was changed');
    expect(answer.response).not.toContain('sk-secret');
    expect(await (await api.request('/api/{me}/conversations')).json()).toHaveLength(1);
  });

  it('that says what Postgres cannot keep is answered all the same', async () => {
    const model = new MockLanguageModelV4({
      doStream: async () => ({ stream: ReadableStream.from(text('So\0 glad \ud83c', '\udf89 today')) }),
    });
    const api = await (await stage.replica(model)).as(me);
    await api.say('hello');
    expect(textOf((await messagesOf(api, 1))[1])).toBe('So glad 🎉 today');
  });

  it('that fails half-way says what it has done', async () => {
    const steps = [toolCall('add_task', { title: 'Milk' })];
    const model = new MockLanguageModelV4({
      doStream: async () => {
        const step = steps.shift();
        if (step) return { stream: ReadableStream.from(step) };
        throw new Error('overloaded');
      },
    });
    const answer = await (await (await stage.replica(model)).as(me)).say('add milk');
    expect(answer.response).toContain('added “Milk” (#1)');
    expect(answer.tool_calls).toHaveLength(1);
  });

  it('that loops is ended after eight steps', async () => {
    const model = new MockLanguageModelV4({
      doStream: async () => ({ stream: ReadableStream.from(toolCall('list_tasks', {})) }),
    });
    const answer = await (await (await stage.replica(model)).as(me)).say('loop');
    expect(answer.tool_calls).toHaveLength(8);
    expect(answer.response).toContain('more than I can do in one go');
  });

  it('that calls tools wrongly hears what is wrong', async () => {
    const eve = await stage.account();
    const steps = [
      toolCall('delete_task', { task_id: 'all' }),
      toolCall('no_such_tool', {}),
      toolCall('list_tasks', { user_id: eve }),
      text('I give up.'),
    ];
    const model = new MockLanguageModelV4({
      doStream: async () => ({ stream: ReadableStream.from(steps.shift() ?? []) }),
    });
    const answer = await (await (await stage.replica(model)).as(me)).say('go wrong');
    expect(answer.response).toContain('I give up.');
    for (const { result } of answer.tool_calls) expect(result).toHaveProperty('error');
    expect(JSON.stringify(answer.tool_calls[2])).toContain('Leave user_id out');
  });
});
