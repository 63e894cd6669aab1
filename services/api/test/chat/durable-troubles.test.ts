/** Turns end exactly once, whatever becomes of models. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';
import { beforeEach, describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { textOf } from './event-stream.ts';
import { createStage } from './replicas.ts';
import { messagesOf, text, toolCall } from './slow-models.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  // None may be left: it would take over the turns of the next test.
  return () => stage.endReplicas();
});

const failing = (error: Error): LanguageModelV4 =>
  new MockLanguageModelV4({
    doStream: async () => {
      throw error;
    },
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

  it.each([
    ['goes on and on is ended after eight steps', (step: number) => ({ limit: step }), 8],
    ['asks the same again and again is ended after three', () => ({}), 3],
  ])('that %s', async (_, input, calls) => {
    let step = 0;
    const model = new MockLanguageModelV4({
      doStream: async () => {
        step += 1;
        return { stream: ReadableStream.from(toolCall('list_tasks', input(step))) };
      },
    });
    const answer = await (await (await stage.replica(model)).as(me)).say('loop');
    expect(answer.tool_calls).toHaveLength(calls);
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
