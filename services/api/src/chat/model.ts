/** @module Picks the chat model: what the settings name, else the built-in assistant. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { builtInAssistant } from './assistant/model.ts';

export interface ModelSettings {
  openaiApiKey: string | undefined;
  openaiBaseUrl: string | undefined;
  anthropicApiKey: string | undefined;
  name: string | undefined;
}

const defaults = { openai: 'gpt-5-mini', anthropic: 'claude-sonnet-4-5', compatible: 'llama3.1' };

/** The model of the settings. A base URL wins over keys, since it says where to go. */
export function chatModel({
  openaiApiKey,
  openaiBaseUrl,
  anthropicApiKey,
  name,
}: ModelSettings): LanguageModelV4 {
  if (openaiBaseUrl) {
    const provider = createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: openaiBaseUrl,
      ...(openaiApiKey ? { apiKey: openaiApiKey } : {}),
    });
    return provider.chatModel(name ?? defaults.compatible);
  }
  const wantsAnthropic = name?.startsWith('claude') || !openaiApiKey;
  if (anthropicApiKey && wantsAnthropic) {
    return createAnthropic({ apiKey: anthropicApiKey })(name ?? defaults.anthropic);
  }
  if (openaiApiKey) return createOpenAI({ apiKey: openaiApiKey })(name ?? defaults.openai);
  return builtInAssistant();
}
