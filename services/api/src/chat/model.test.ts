import { describe, expect, it } from 'vitest';
import { instructionsFor } from './instructions.ts';
import { chatModel } from './model.ts';

const none = {
  openaiApiKey: undefined,
  openaiBaseUrl: undefined,
  anthropicApiKey: undefined,
  name: undefined,
};

describe('chatModel', () => {
  it.each([
    ['nothing', none, 'todo-chatbot', 'built-in-en'],
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

describe('instructionsFor', () => {
  it("tells the person's own day and zone", () => {
    const text = instructionsFor({ now: new Date('2026-11-25T20:30:00Z'), timeZone: 'Asia/Karachi' });
    expect(text).toContain('Thursday, 2026-11-26, 01:30, time zone Asia/Karachi');
  });
});
