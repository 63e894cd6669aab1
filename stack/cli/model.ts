/**
 * The model that answers questions about the deployment, as the same settings name it that name the chat's.
 *
 * @module
 */
import './blank-addresses.ts';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';

const defaults = { openai: 'gpt-5-mini', anthropic: 'claude-sonnet-4-5', compatible: 'llama3.1' };

/** The model of the environment; undefined when it names none. */
export function modelOf(env: NodeJS.ProcessEnv): LanguageModel | undefined {
  const [openai, url, anthropic, name] = [
    'OPENAI_API_KEY',
    'OPENAI_BASE_URL',
    'ANTHROPIC_API_KEY',
    'AI_MODEL',
  ].map((setting) => env[setting]?.trim() || undefined);
  if (url) {
    const key = openai ? { apiKey: openai } : {};
    return createOpenAICompatible({ name: 'openai-compatible', baseURL: url, ...key }).chatModel(
      name ?? defaults.compatible,
    );
  }
  if (anthropic && (name?.startsWith('claude') || !openai)) {
    return createAnthropic({ apiKey: anthropic })(name ?? defaults.anthropic);
  }
  return openai ? createOpenAI({ apiKey: openai })(name ?? defaults.openai) : undefined;
}

/** What to set, where no model is named. */
export const howToNameAModel = `A question needs a model. Set one of these in the environment, then ask again:
  OPENAI_API_KEY=…                                            OpenAI
  ANTHROPIC_API_KEY=…                                         Anthropic
  OPENAI_BASE_URL=http://localhost:11434/v1 AI_MODEL=llama3.1 any compatible server, such as Ollama on this machine
AI_MODEL chooses another model. npm run doctor alone needs none.`;
