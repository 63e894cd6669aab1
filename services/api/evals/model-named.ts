/** The model that `--model` names. @module */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { builtInAssistant } from '../src/chat/assistant/model.ts';
import { chatModel } from '../src/chat/model.ts';

/** `openai/…`, `anthropic/…`, or another name for a server at `OPENAI_BASE_URL`; else a line that says what is missing. */
export function modelNamed(
  asked: string,
  environment: Readonly<Record<string, string | undefined>>,
): LanguageModelV4 | string {
  const [, provider, name = asked] = /^(openai|anthropic|compatible)\/(.+)$/.exec(asked) ?? [];
  const { OPENAI_API_KEY: openai, ANTHROPIC_API_KEY: anthropic, OPENAI_BASE_URL: baseUrl } = environment;
  const none = { openaiApiKey: undefined, openaiBaseUrl: undefined, anthropicApiKey: undefined, name };
  // The built-in assistant through the agent's loop: what the loop itself costs or changes.
  if (asked === 'built-in') return builtInAssistant();
  switch (provider) {
    case 'openai':
      return openai
        ? chatModel({ ...none, openaiApiKey: openai })
        : `${asked} needs OPENAI_API_KEY: only the built-in assistant is played.`;
    case 'anthropic':
      return anthropic
        ? chatModel({ ...none, anthropicApiKey: anthropic })
        : `${asked} needs ANTHROPIC_API_KEY: only the built-in assistant is played.`;
    default:
      return baseUrl
        ? chatModel({ ...none, openaiBaseUrl: baseUrl, openaiApiKey: openai })
        : `${asked} needs OPENAI_BASE_URL (or say openai/… or anthropic/…): only the built-in assistant is played.`;
  }
}
