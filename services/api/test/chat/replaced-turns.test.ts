/** A message said otherwise or asked again: the conversation goes on from there, and nothing is done twice. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { UIMessage } from 'ai';
import { beforeEach, describe, expect, it } from 'vitest';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from './replicas.ts';
import { calling, saying, scriptedModel } from './scripted-model.ts';

const stage = duringTests(createStage);
let me: string;

beforeEach(async () => {
  me = await stage.account();
  return () => stage.endReplicas();
});

const person = async (model?: LanguageModelV4) => (await stage.replica(model)).as(me);

const replace = (api: Person, turn: number, message: string, headers: Record<string, string> = {}) =>
  api.request('/api/{me}/chat', {
    method: 'POST',
    body: { conversation_id: 1, message, replaces_turn: turn },
    headers,
  });

async function conversation(api: Person): Promise<{ title: string; messages: UIMessage[] }> {
  return (await (await api.request('/api/{me}/conversations/1')).json()) as never;
}

const wordsOf = ({ messages }: { messages: UIMessage[] }) =>
  messages.map(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : '')).join(''));

const titles = async (api: Person) =>
  ((await (await api.request('/api/{me}/tasks')).json()) as { title: string }[]).map(({ title }) => title);

describe('a message said otherwise', () => {
  it('takes the place of the old one and of all that followed', async () => {
    const { model, asked } = scriptedModel(saying('One.'), saying('Two.'), saying('Three.'));
    const api = await person(model);
    await api.say('first');
    await api.say('second', 1);
    const answer = await replace(api, 1, 'other');
    expect(await answer.json()).toMatchObject({ conversation_id: 1, response: 'Three.' });
    const now = await conversation(api);
    expect(wordsOf(now)).toEqual(['other', 'Three.']);
    expect(now.title).toBe('Other');
    const shown = JSON.stringify(asked[2]?.prompt);
    for (const gone of ['One.', 'second', 'Older messages']) expect(shown).not.toContain(gone);
    const found = await api.request('/api/{me}/conversations?q=second');
    expect(await found.json()).toEqual([]);
    const file = await (await api.request('/api/{me}/conversations/1/export')).text();
    expect(file).not.toContain('first');
  });

  it('keeps a title that was given', async () => {
    const { model } = scriptedModel(saying('One.'), saying('Two.'));
    const api = await person(model);
    await api.say('first');
    await api.request('/api/{me}/conversations/1', { method: 'PATCH', body: { title: 'Mine' } });
    await replace(api, 1, 'other');
    expect((await conversation(api)).title).toBe('Mine');
  });

  it('leaves in sight what was changed, for the person and for the model', async () => {
    const { model, asked } = scriptedModel(
      calling(['add_task', { title: 'Mlik' }]),
      saying('Added.'),
      saying('Nothing to do.'),
      saying('Hello.'),
    );
    const api = await person(model);
    await api.say('add mlik');
    await api.say('thanks', 1);
    await replace(api, 1, 'say hello');
    const { messages } = await conversation(api);
    expect(messages.map(({ role, metadata }) => [role, metadata])).toEqual([
      ['assistant', { turn_id: 1, status: 'completed', replaced: true, changed_tasks: true }],
      ['user', expect.not.objectContaining({ replaced: true })],
      ['assistant', { turn_id: 3, status: 'completed' }],
    ]);
    expect(await titles(api)).toEqual(['Mlik']);
    const shown = JSON.stringify(asked.at(-1)?.prompt);
    expect(shown).toContain('add mlik');
    expect(shown).not.toContain('thanks');
  });

  it('lets what waits for approval lapse, also when the new words are a yes', async () => {
    const { model } = scriptedModel(
      calling(['delete_task', { task_id: 1 }], ['delete_task', { task_id: 2 }]),
      saying('Hello.'),
    );
    const api = await person(model);
    for (const title of ['Milk', 'Eggs']) {
      await api.request('/api/{me}/tasks', { method: 'POST', body: { title } });
    }
    const { approval } = await api.say('delete everything');
    const answer = await replace(api, 1, 'yes');
    expect(await answer.json()).toMatchObject({ response: 'Hello.' });
    expect(await titles(api)).toEqual(['Milk', 'Eggs']);
    const decision = await api.request('/api/{me}/chat/1/turns/1/approval', {
      method: 'POST',
      body: { approvals: approval?.calls.map(({ id, signature }) => ({ id, signature, approved: true })) },
    });
    expect(decision.status).toBe(410);
  });

  it('happens once, however often it is asked with the same key', async () => {
    const { model } = scriptedModel(saying('One.'), saying('Two.'));
    const api = await person(model);
    await api.say('first');
    const headers = { 'idempotency-key': 'k' };
    const answers = [await replace(api, 1, 'other', headers), await replace(api, 1, 'other', headers)];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      expect.objectContaining({ response: 'Two.' }),
      expect.objectContaining({ response: 'Two.' }),
    ]);
    expect(wordsOf(await conversation(api))).toEqual(['other', 'Two.']);
  });

  it.each([
    ['a turn that is not there', 7, 404],
    ['one that was replaced before', 1, 409],
  ])('is refused for %s', async (_, turn, status) => {
    const { model } = scriptedModel(saying('One.'), saying('Two.'));
    const api = await person(model);
    await api.say('first');
    await replace(api, 1, 'other');
    expect((await replace(api, turn, 'third')).status).toBe(status);
    expect(wordsOf(await conversation(api))).toEqual(['other', 'Two.']);
  });

  it('needs the conversation', async () => {
    const api = await person();
    const answer = await api.request('/api/{me}/chat', {
      method: 'POST',
      body: { message: 'other', replaces_turn: 1 },
    });
    expect(answer.status).toBe(422);
  });
});

describe('the same words again', () => {
  it('are answered anew when the answer changed nothing', async () => {
    const { model } = scriptedModel(saying('One.'), saying('Two.'));
    const api = await person(model);
    await api.say('first');
    await replace(api, 1, 'first');
    expect(wordsOf(await conversation(api))).toEqual(['first', 'Two.']);
  });

  it('are refused while what was done stands, and not once it is taken back', async () => {
    const api = await person();
    await api.say('Add a task to buy milk');
    const refused = await replace(api, 1, 'Add a task to buy milk');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ type: 'urn:todo-chatbot:problem:answer-changed-tasks' });
    expect(await titles(api)).toEqual(['Buy milk']);
    await api.request('/api/{me}/tasks/1', { method: 'DELETE' });
    expect((await replace(api, 1, 'Add a task to buy milk')).status).toBe(200);
    expect(await titles(api)).toEqual(['Buy milk']);
    expect(wordsOf(await conversation(api))).toHaveLength(2);
  });
});

describe('another person', () => {
  it('cannot replace anything', async () => {
    const { model } = scriptedModel(saying('One.'));
    const replica = await stage.replica(model);
    const api = await replica.as(me);
    await api.say('first');
    const other = await replica.as(await stage.account());
    expect((await replace(other, 1, 'other')).status).toBe(404);
    expect(wordsOf(await conversation(api))).toEqual(['first', 'One.']);
  });
});
