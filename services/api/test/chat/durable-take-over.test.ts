/** Turns end exactly once, whatever becomes of processes. */
import { MockLanguageModelV4 } from 'ai/test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { chunksOf, textOf } from './event-stream.ts';
import { createStage } from './replicas.ts';
import { messagesOf, pausingModel, tasksOf, text, toolCall, untilText } from './slow-models.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  // None may be left: it would take over the turns of the next test.
  return () => stage.endReplicas();
});

/** As if the process had died between the task's commit and the record of it, and its lease had ended. */
async function forgetResult(): Promise<void> {
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
}

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
    }, 10_000);
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
    await forgetResult();

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

  it('knows what a task was before a change whose outcome is unknown', async () => {
    const change = toolCall('update_task', { task_id: 1, title: 'New' });
    const one = await stage.replica(pausingModel([change]).model);
    const api = await one.as(me);
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Old' } });
    await untilText(chunksOf(await api.stream('rename it')));
    await one.crash();
    await forgetResult();
    const next = new MockLanguageModelV4({
      doStream: async () => ({ stream: ReadableStream.from(text('Renamed.')) }),
    });
    const two = await (await stage.replica(next)).as(me);
    await vi.waitFor(async () => expect(textOf((await messagesOf(two, 1))[1])).toBe('Renamed.'), 10_000);
    expect((await messagesOf(two, 1))[1]?.parts).toContainEqual(
      expect.objectContaining({
        toolName: 'update_task',
        output: { task_id: 1, status: 'updated', title: 'New', previous: { title: 'Old' } },
      }),
    );
  });

  it('hands on a message that reaches it while it leaves', async () => {
    const one = await stage.replica();
    const leaving = await one.as(me);
    await leaving.say('hello');
    const two = await (await stage.replica()).as(me);
    await one.chat.drain(0);
    const response = await leaving.request('/api/{me}/chat', {
      method: 'POST',
      body: { message: 'add milk', conversation_id: 1 },
    });
    expect(response.status).toBe(503);
    // At once: nobody has to wait for a lease to end.
    await vi.waitFor(async () => expect(await tasksOf(two)).toHaveLength(1), 10_000);
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
