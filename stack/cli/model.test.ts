import { expect, test } from 'vitest';
import { modelOf } from './model.ts';

const named = (env: Record<string, string>) => {
  const model = modelOf(env);
  return typeof model === 'object' ? [model.provider, model.modelId] : model;
};

test.each([
  [{}, undefined],
  [{ OPENAI_API_KEY: ' ' }, undefined],
  [{ OPENAI_API_KEY: 'k' }, ['openai.responses', 'gpt-5-mini']],
  [{ ANTHROPIC_API_KEY: 'k' }, ['anthropic.messages', 'claude-sonnet-4-5']],
  [{ OPENAI_API_KEY: 'k', ANTHROPIC_API_KEY: 'k' }, ['openai.responses', 'gpt-5-mini']],
  [
    { OPENAI_API_KEY: 'k', ANTHROPIC_API_KEY: 'k', AI_MODEL: 'claude-opus-4-1' },
    ['anthropic.messages', 'claude-opus-4-1'],
  ],
  [{ OPENAI_BASE_URL: 'http://localhost:11434/v1', AI_MODEL: 'qwen3' }, ['openai-compatible.chat', 'qwen3']],
])('the settings name the model as they name the one of the chat: %o', (env, model) => {
  expect(named(env)).toEqual(model);
});
