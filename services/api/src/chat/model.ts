/**
 * @module Picks the chat's models: what the settings name, else the built-in assistant. Each is loaded when it is first
 * asked: a start needs none, and a process only one of them.
 */
import './blank-addresses.ts';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { LIMITS } from './limits.ts';
import { modelFetch } from './model-fetch.ts';
import { modelWhenAsked } from './model-when-asked.ts';
import type { Models } from './turns/run-turn.ts';

export interface ModelSettings {
  openaiApiKey: string | undefined;
  openaiBaseUrl: string | undefined;
  anthropicApiKey: string | undefined;
  name: string | undefined;
  /** What answers when the model does not. */
  fallback: 'assistant' | undefined;
}

const defaults = { openai: 'gpt-5-mini', anthropic: 'claude-sonnet-4-5', compatible: 'llama3.1' };

/** The model of the settings. A base URL wins over keys, since it says where to go. */
export function chatModel({
  openaiApiKey,
  openaiBaseUrl,
  anthropicApiKey,
  name,
}: Omit<ModelSettings, 'fallback'>): LanguageModelV4 {
  if (openaiBaseUrl) {
    const modelId = name ?? defaults.compatible;
    return modelWhenAsked('openai-compatible.chat', modelId, async () => {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const key = openaiApiKey ? { apiKey: openaiApiKey } : {};
      return createOpenAICompatible({
        name: 'openai-compatible',
        baseURL: openaiBaseUrl,
        fetch: modelFetch,
        ...key,
      }).chatModel(modelId);
    });
  }
  const wantsAnthropic = name?.startsWith('claude') || !openaiApiKey;
  if (anthropicApiKey && wantsAnthropic) {
    const modelId = name ?? defaults.anthropic;
    return modelWhenAsked('anthropic.messages', modelId, async () => {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ apiKey: anthropicApiKey, fetch: modelFetch })(modelId);
    });
  }
  if (openaiApiKey) {
    const modelId = name ?? defaults.openai;
    return modelWhenAsked('openai.responses', modelId, async () => {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI({ apiKey: openaiApiKey, fetch: modelFetch })(modelId);
    });
  }
  return builtIn();
}

const BUILT_IN = 'todo-chatbot';

function builtIn(): LanguageModelV4 {
  return modelWhenAsked(BUILT_IN, 'built-in', async () =>
    (await import('./assistant/model.ts')).builtInAssistant(),
  );
}

/** Whether the built-in assistant answers, or may have to. */
export function usesAssistant({
  openaiApiKey,
  openaiBaseUrl,
  anthropicApiKey,
  fallback,
}: ModelSettings): boolean {
  return fallback === 'assistant' || !(openaiApiKey || openaiBaseUrl || anthropicApiKey);
}

/** Whether this is the built-in assistant, which asks before it deletes several tasks. */
const isBuiltIn = (model: LanguageModelV4) => model.provider === BUILT_IN;

/** The models of the settings, and what takes over from them; tests give a model of their own. */
export function chatModels(settings: ModelSettings, first = chatModel(settings)): Models {
  const fallback = settings.fallback === 'assistant' && !isBuiltIn(first) ? builtIn() : undefined;
  return { first, fallback, asksItself: isBuiltIn, limits: LIMITS };
}
