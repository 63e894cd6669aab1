/** The built-in assistant as an AI SDK language model: no network, no state. @module */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { generateId } from 'ai';
import { readConversation } from './conversation.ts';
import { type Languages, languages } from './languages/languages.ts';
import { respond } from './respond.ts';
import type { Now } from './understanding/dates.ts';

/** The name under which call options carry the moment and the zone of the person. */
export const assistantOptions = 'todo-chatbot';

const usage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function nowOf(options: LanguageModelV4CallOptions): Now {
  const { now, timeZone } = options.providerOptions?.[assistantOptions] ?? {};
  return {
    instant: typeof now === 'string' ? new Date(now) : new Date(),
    timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
  };
}

/** The languages with the one first that the person chose: it answers what is in none, such as "2". */
function preferring(spoken: Languages, options: LanguageModelV4CallOptions): Languages {
  const { language } = options.providerOptions?.[assistantOptions] ?? {};
  const chosen = spoken.find(({ code }) => code === language);
  return chosen ? [chosen, ...spoken.filter((other) => other !== chosen)] : spoken;
}

/** The next content: the calls it needs, else its answer. */
function contentOf(options: LanguageModelV4CallOptions, spoken: Languages): LanguageModelV4Content[] {
  const turns = readConversation(options.prompt);
  const move = respond(turns, preferring(spoken, options), nowOf(options));
  if ('text' in move) return [{ type: 'text', text: move.text }];
  return move.calls.map((call) => ({
    type: 'tool-call',
    toolCallId: generateId(),
    toolName: call.tool,
    input: JSON.stringify(call.arguments),
  }));
}

function finishOf(content: readonly LanguageModelV4Content[]) {
  const unified = content.some(({ type }) => type === 'tool-call')
    ? ('tool-calls' as const)
    : ('stop' as const);
  return { unified, raw: undefined };
}

/** The assistant that answers when no model is configured. */
export function builtInAssistant(spoken: Languages = languages): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'todo-chatbot',
    modelId: 'built-in',
    supportedUrls: {},
    async doGenerate(options) {
      const content = contentOf(options, spoken);
      return { content, finishReason: finishOf(content), usage, warnings: [] };
    },
    async doStream(options) {
      const content = contentOf(options, spoken);
      const parts: LanguageModelV4StreamPart[] = [{ type: 'stream-start', warnings: [] }];
      for (const part of content) {
        if (part.type === 'tool-call') parts.push(part);
        if (part.type !== 'text') continue;
        parts.push({ type: 'text-start', id: 'text' });
        for (const delta of part.text.match(/\S+\s*|\s+/g) ?? [])
          parts.push({ type: 'text-delta', id: 'text', delta });
        parts.push({ type: 'text-end', id: 'text' });
      }
      parts.push({ type: 'finish', usage, finishReason: finishOf(content) });
      return { stream: ReadableStream.from(parts) };
    },
  };
}
