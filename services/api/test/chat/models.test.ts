/** OpenAI, Anthropic and compatible servers on their wire formats, in health and in trouble. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatModel } from '../../src/chat/model.ts';
import { duringTests } from '../during-tests.ts';
import { type Answer, type ModelServer, serveModel } from './model-server.ts';
import { createStage } from './replicas.ts';
import { calling, ending, saying, scriptedModel } from './scripted-model.ts';

const stage = duringTests(createStage);
let me: string;
let server: ModelServer | undefined;

beforeEach(async () => {
  me = await stage.account();
  return async () => {
    await stage.endReplicas();
    await server?.close();
    server = undefined;
    vi.unstubAllEnvs();
  };
});

const none = {
  openaiApiKey: undefined,
  openaiBaseUrl: undefined,
  anthropicApiKey: undefined,
  name: undefined,
};

const providers = {
  openai: (url: string) => {
    vi.stubEnv('OPENAI_BASE_URL', url);
    return chatModel({ ...none, openaiApiKey: 'sk-secret' });
  },
  anthropic: (url: string) => {
    vi.stubEnv('ANTHROPIC_BASE_URL', url);
    return chatModel({ ...none, anthropicApiKey: 'sk-secret' });
  },
  compatible: (url: string) => chatModel({ ...none, openaiBaseUrl: url, name: 'qwen3:8b' }),
};
type Provider = keyof typeof providers;

async function talkTo(provider: Provider, ...answers: Answer[]) {
  server = await serveModel(...answers);
  const replica = await stage.replica(providers[provider](server.url));
  return { api: await replica.as(me), asked: server.asked };
}

async function titles(api: { request(path: string): Promise<Response> }): Promise<string[]> {
  const tasks = (await (await api.request('/api/{me}/tasks')).json()) as { title: string }[];
  return tasks.map(({ title }) => title);
}

describe.each(Object.keys(providers) as Provider[])('%s', (provider) => {
  it('calls tools and speaks', async () => {
    const { api, asked } = await talkTo(provider, `${provider}-call`, `${provider}-words`);
    const answer = await api.say('add a task to buy groceries');
    expect(answer.response).toMatch(/I added \*\*Buy groceries\*\* to your list\.$/);
    expect(answer.tool_calls).toEqual([
      {
        tool: 'add_task',
        arguments: { title: 'Buy groceries' },
        result: { task_id: 1, status: 'created', title: 'Buy groceries' },
      },
    ]);
    expect(await titles(api)).toEqual(['Buy groceries']);
    const told = JSON.stringify(asked[0]?.body);
    expect(told).toContain('time zone Asia/Karachi');
    expect(told).toContain('list_tasks');
    expect(JSON.stringify(asked[1]?.body)).toContain('created');
  });

  it('is told what it needs when the conversation goes on', async () => {
    const { api, asked } = await talkTo(provider, `${provider}-call`, `${provider}-words`);
    const { conversation_id: id } = await api.say('add a task to buy groceries');
    await api.say('thanks', id);
    const told = JSON.stringify(asked[2]?.body);
    expect(told).toContain('add a task to buy groceries');
    expect(told).toContain('thanks');
    // Nothing is left with the provider that would have to be there again.
    expect(told).not.toContain('item_reference');
    expect(told).not.toContain('"store":true');
  });

  it.each([
    ['a wrong key', { status: 401, body: { error: { message: 'Incorrect API key: sk-secret' } } }],
    ['no money left', { status: 429, body: { error: { message: 'quota', code: 'insufficient_quota' } } }],
    ['an outage', { status: 500, body: 'down' }],
  ])(
    'is excused after %s',
    async (_, answer) => {
      const { api } = await talkTo(provider, answer);
      const said = await api.say('add milk');
      expect(said.response).toContain("couldn't finish");
      expect(said.response).toContain('Nothing was changed.');
      expect(JSON.stringify(said)).not.toContain('sk-secret');
    },
    60_000,
  );
});

describe('trouble in the middle', () => {
  it.each<[Provider, string]>([
    ['openai', 'openai-breaks'],
    ['anthropic', 'anthropic-overloaded'],
    ['compatible', 'compatible-breaks'],
    ['compatible', 'hang-up'],
  ])(
    'of a turn with %s says what was done',
    async (provider, recording) => {
      const { api } = await talkTo(provider, `${provider}-call`, recording);
      const answer = await api.say('add a task to buy groceries, and then tell me a story');
      expect(answer.response).toContain('This much is done: I added “Buy groceries” (#1).');
      expect(answer.response).toContain('try again');
      expect(await titles(api)).toEqual(['Buy groceries']);
    },
    60_000,
  );

  it.each<[Provider, string, string]>([
    ['openai', 'openai-filtered', 'declined'],
    ['anthropic', 'anthropic-refuses', 'declined'],
    ['openai', 'openai-too-long', 'too long'],
  ])('of %s: %s', async (provider, recording, words) => {
    const { api } = await talkTo(provider, recording);
    expect((await api.say('tell me everything')).response).toContain(words);
  });

  it.each(['compatible-broken-call', 'compatible-unknown-tool'])(
    'is told to the model: %s',
    async (recording) => {
      const { api, asked } = await talkTo('compatible', recording, 'compatible-words');
      const answer = await api.say('add a task to buy groceries');
      expect(answer.tool_calls[0]?.result).toHaveProperty('error');
      expect(JSON.stringify(asked[1]?.body)).toMatch(/"role":"tool"/);
      expect(await titles(api)).toEqual([]);
    },
  );

  it('stops at a request for approval, whatever the provider', async () => {
    const { api } = await talkTo('openai', 'openai-delete-two', 'openai-words');
    for (const title of ['Milk', 'Eggs']) {
      await api.request('/api/{me}/tasks', { method: 'POST', body: { title } });
    }
    expect((await api.say('delete all')).approval?.calls).toHaveLength(2);
    expect((await api.say('yes', 1)).tool_calls).toHaveLength(2);
    expect(await titles(api)).toEqual([]);
  });
});

describe('the words of an end in trouble', () => {
  it('are in the language of the person', async () => {
    const api = await (await stage.replica(scriptedModel(new Error('down')).model)).as(me);
    expect((await api.say('دودھ شامل کریں')).response).toContain('کچھ نہیں بدلا');
  });

  it('name what was tried in vain', async () => {
    const { model } = scriptedModel(calling(['complete_task', { task_id: 9 }]), ending('length'));
    const api = await (await stage.replica(model)).as(me);
    expect((await api.say('done')).response).toContain('One step did not work.');
  });
});

describe('with AI_FALLBACK=assistant', () => {
  const settings = { AI_FALLBACK: 'assistant' };

  it('the built-in assistant answers for a model that is away', async () => {
    const replica = await stage.replica(scriptedModel(new Error('down')).model, settings);
    const api = await replica.as(me);
    const answer = await api.say('Add a task to buy groceries');
    expect(answer.tool_calls.map(({ tool }) => tool)).toEqual(['add_task']);
    expect(answer.response).toContain('the built-in assistant does');
    expect(answer.response).toContain('Buy groceries');
  });

  it('also when the model has only looked so far', async () => {
    const { model } = scriptedModel(calling(['list_tasks', {}]), new Error('down'));
    const api = await (await stage.replica(model, settings)).as(me);
    await api.say('Add a task to buy groceries');
    expect(await titles(api)).toEqual(['Buy groceries']);
  });

  it('but nothing is done twice after a model that has changed something', async () => {
    const { model } = scriptedModel(calling(['add_task', { title: 'Buy groceries' }]), new Error('down'));
    const api = await (await stage.replica(model, settings)).as(me);
    const answer = await api.say('Add a task to buy groceries');
    expect(answer.response).toContain('I added “Buy groceries” (#1)');
    expect(await titles(api)).toEqual(['Buy groceries']);
  });

  it('and the model has the next turn again', async () => {
    const { model } = scriptedModel(new Error('down'), saying('I am back.'));
    const api = await (await stage.replica(model, settings)).as(me);
    const { conversation_id: id } = await api.say('Add a task to buy groceries');
    expect((await api.say('hello', id)).response).toBe('I am back.');
  });
});
