/** Bulk needs the person's yes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { askedFor, decide, decisions, titles } from './asked-approvals.ts';
import { readAnswer } from './event-stream.ts';
import { createStage } from './replicas.ts';
import { calling, saying, scriptedModel } from './scripted-model.ts';
import { messagesOf } from './slow-models.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  return () => stage.endReplicas();
});

const asked = (...then: Parameters<typeof scriptedModel>) => askedFor(stage, me, ...then);

describe('deleting several tasks with a model', () => {
  it('stops before the first of them, and names them all', async () => {
    const { api, answer, approval } = await asked();
    expect(await titles(api)).toEqual(['Milk', 'Eggs', 'Bread']);
    expect(answer.tool_calls).toEqual([]);
    expect(answer.response).toContain('delete 3 tasks: “Milk” (#1), “Eggs” (#2), and “Bread” (#3)');
    expect(approval.turn_id).toBe(1);
    expect(approval.calls.map(({ tool, arguments: args, title }) => [tool, args, title])).toEqual([
      ['delete_task', { task_id: 1 }, 'Milk'],
      ['delete_task', { task_id: 2 }, 'Eggs'],
      ['delete_task', { task_id: 3 }, 'Bread'],
    ]);
    const [, message] = await messagesOf(api, 1);
    expect(message?.parts.filter(({ type }) => type === 'dynamic-tool')).toEqual(
      approval.calls.map(({ id, signature, title }) =>
        expect.objectContaining({
          state: 'approval-requested',
          approval: { id, signature, descriptor: { title, expires_at: approval.expires_at } },
        }),
      ),
    );
  });

  it('also when they are asked for one at a time', async () => {
    const { model } = scriptedModel(
      calling(['delete_task', { task_id: 1 }]),
      calling(['delete_task', { task_id: 2 }]),
    );
    const api = await (await stage.replica(model)).as(me);
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Milk' } });
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Eggs' } });
    const answer = await api.say('tidy up');
    expect(answer.tool_calls.map(({ tool }) => tool)).toEqual(['delete_task']);
    expect(answer.response).toContain('delete one task: “Eggs” (#2)');
    expect(await titles(api)).toEqual(['Eggs']);
  });

  it('a single one goes to the trash at once', async () => {
    const { model } = scriptedModel(calling(['delete_task', { task_id: 1 }]), saying('Deleted milk.'));
    const api = await (await stage.replica(model)).as(me);
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title: 'Milk' } });
    const answer = await api.say('delete milk');
    expect(answer).not.toHaveProperty('approval');
    expect((await api.request('/api/{me}/tasks/1/restore', { method: 'POST' })).status).toBe(200);
  });

  it('so does changing more than ten', async () => {
    const many = Array.from({ length: 11 }, (_, index) => index + 1);
    const { model } = scriptedModel(
      calling(...many.map((task_id): [string, unknown] => ['complete_task', { task_id }])),
    );
    const api = await (await stage.replica(model)).as(me);
    for (const id of many) {
      await api.request('/api/{me}/tasks', { method: 'POST', body: { title: `Task ${id}` } });
    }
    expect((await api.say('all done')).approval?.calls).toHaveLength(11);
  });
});

describe('a decision', () => {
  it('that approves has the calls made, and the model goes on with their results', async () => {
    const { api, approval, asked: prompts } = await asked(saying('All three are deleted.'));
    const { message, chunks } = await readAnswer(
      await decide(api, 1, decisions(approval, true), { accept: 'text/event-stream' }),
    );
    expect(await titles(api)).toEqual([]);
    expect(chunks[0]).toMatchObject({ type: 'start', messageMetadata: { conversation_id: 1, turn_id: 2 } });
    expect(message.parts.filter(({ type }) => type === 'dynamic-tool')).toHaveLength(3);
    expect(message.parts.at(-1)).toMatchObject({ text: 'All three are deleted.' });
    const [, before] = await messagesOf(api, 1);
    expect(before?.parts.at(-1)).toMatchObject({ state: 'approval-responded', approval: { approved: true } });
    expect(prompts[1]?.prompt.slice(1).map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
  });

  it('that rejects leaves all as it is, and the model hears of it', async () => {
    const { api, approval, asked: prompts } = await asked(saying('I left them alone.'));
    const answer = await (await decide(api, 1, decisions(approval, false))).json();
    expect(answer).toMatchObject({ response: 'I left them alone.', tool_calls: [] });
    expect(await titles(api)).toHaveLength(3);
    expect(JSON.stringify(prompts[1]?.prompt.at(-1))).toContain('the person said no');
  });

  it('may differ from call to call', async () => {
    const { api, approval } = await asked(saying('Done.'));
    const body = decisions(approval, true);
    const [first] = body.approvals;
    if (first) first.approved = false;
    await decide(api, 1, body);
    expect(await titles(api)).toEqual(['Milk']);
  });

  it.each(['yes', 'Go ahead!', 'جی ہاں'])('is also a plain %j', async (yes) => {
    const { api, asked: prompts } = await asked(saying('All three are deleted.'));
    const answer = await api.say(yes, 1);
    expect(answer.tool_calls.map(({ tool }) => tool)).toEqual(['delete_task', 'delete_task', 'delete_task']);
    expect(answer.response).toBe('All three are deleted.');
    expect(await titles(api)).toEqual([]);
    expect((await messagesOf(api, 1)).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
    expect(prompts[1]?.prompt.slice(1).map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
  });

  it('is also a plain no', async () => {
    const { api } = await asked(saying('Fine.'));
    expect((await api.say('No.', 1)).response).toBe('Fine.');
    expect(await titles(api)).toHaveLength(3);
  });

  it.each(['yes, but not the milk', 'what is pending?', 'delete task 1'])(
    'is not %j: then the request lapses',
    async (message) => {
      const { api, approval, asked: prompts } = await asked(saying('As you like.'));
      expect((await api.say(message, 1)).response).toBe('As you like.');
      expect(await titles(api)).toHaveLength(3);
      expect((await decide(api, 1, decisions(approval, true))).status).toBe(410);
      expect(JSON.stringify(prompts[1]?.prompt)).toContain('the person did not approve it');
    },
  );

  it('is carried out by another process when this one dies with it', async () => {
    const { api, approval, replica } = await asked(saying('Never said.'));
    const decided = decide(api, 1, decisions(approval, true), { accept: 'text/event-stream' });
    expect((await decided).status).toBe(200);
    await replica.crash();
    await stage.system(
      (sql) => sql`update turns set lease_until = now() - interval '1 second' where user_id = ${me}`,
    );
    const two = await (await stage.replica(scriptedModel(saying('All gone.')).model)).as(me);
    const last = async () => (await messagesOf(two, 1)).at(-1)?.parts.at(-1);
    await expect.poll(last, { timeout: 10_000 }).toMatchObject({ text: 'All gone.' });
    expect(await titles(two)).toEqual([]);
  });
});
