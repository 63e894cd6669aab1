import { describe, expect, it, vi } from 'vitest';
import { chatModel, chatModels } from './model.ts';

const none = {
  openaiApiKey: undefined,
  openaiBaseUrl: undefined,
  anthropicApiKey: undefined,
  name: undefined,
};

describe('chatModel', () => {
  it.each([
    ['nothing', none, 'todo-chatbot', 'built-in'],
    ['an OpenAI key', { ...none, openaiApiKey: 'k' }, 'openai.responses', 'gpt-5-mini'],
    ['an OpenAI key and a model', { ...none, openaiApiKey: 'k', name: 'gpt-x' }, 'openai.responses', 'gpt-x'],
    ['an Anthropic key', { ...none, anthropicApiKey: 'k' }, 'anthropic.messages', 'claude-sonnet-4-5'],
    [
      'both keys and a Claude',
      { ...none, openaiApiKey: 'k', anthropicApiKey: 'k', name: 'claude-x' },
      'anthropic.messages',
      'claude-x',
    ],
    [
      'a base URL',
      { ...none, openaiBaseUrl: 'http://localhost:11434/v1', name: 'qwen' },
      'openai-compatible.chat',
      'qwen',
    ],
  ])('with %s', (_name, settings, provider, modelId) => {
    expect(chatModel(settings)).toMatchObject({ provider, modelId });
  });
});

describe('chatModels', () => {
  const openai = { ...none, openaiApiKey: 'k' };

  it('has the built-in assistant take over only where that is wanted', () => {
    expect(chatModels({ ...openai, fallback: undefined }).fallback).toBeUndefined();
    expect(chatModels({ ...openai, fallback: 'assistant' }).fallback).toMatchObject({ modelId: 'built-in' });
    expect(chatModels({ ...none, fallback: 'assistant' }).fallback).toBeUndefined();
  });
});

it('a blank address of a provider means none, also to the provider', async () => {
  vi.resetModules();
  vi.stubEnv('OPENAI_BASE_URL', '');
  vi.stubEnv('ANTHROPIC_BASE_URL', ' ');
  const fresh = await import('./model.ts');
  expect(fresh.chatModel({ ...none, openaiApiKey: 'k' })).toMatchObject({ provider: 'openai.responses' });
  expect(process.env).not.toHaveProperty('ANTHROPIC_BASE_URL');
  vi.unstubAllEnvs();
});
