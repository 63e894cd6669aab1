/** A conversation of the test bed with a real model: the chat's own steps, with the tools over tasks in memory. @module */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { generateId, isDynamicToolUIPart, jsonSchema, type ToolSet, type UIMessage } from 'ai';
import { approvedStep, askedIn, decidedParts } from '../src/chat/approvals/asked-approval.ts';
import { consentIn } from '../src/chat/approvals/consent.ts';
import { assistantOptions } from '../src/chat/assistant/model.ts';
import {
  type Moment,
  type Said,
  type TaskBefore,
  type TestConversation,
  testNow,
  testTasks,
} from '../src/chat/assistant/testing/conversation-with.ts';
import { LIMITS } from '../src/chat/limits.ts';
import type { ConnectedTools } from '../src/chat/mcp-tools.ts';
import { askModel } from '../src/chat/turns/ask-model.ts';
import { messageOf } from '../src/chat/turns/replay.ts';
import { takeUp } from '../src/chat/turns/take-up.ts';
import { createTurnLog } from '../src/chat/turns/turn-log.ts';
import { wordsFor } from '../src/chat/wording/words-for.ts';
import { descriptions } from '../src/mcp/tools.ts';

const key = { userId: 'somebody', conversationId: 1, turnId: 1 };

const offers: ToolSet = Object.fromEntries(
  descriptions.map(({ name, description, inputSchema }) => [
    name,
    {
      type: 'dynamic',
      description,
      inputSchema: jsonSchema(inputSchema as Parameters<typeof jsonSchema>[0]),
    },
  ]),
);

/** Starts conversations with a model. */
export function agentConversations(
  model: LanguageModelV4,
): (tasks: readonly TaskBefore[], moment?: Moment) => TestConversation {
  // As in the chat: the built-in assistant asks by itself.
  const asksItself = model.provider === assistantOptions;
  return (before, moment = testNow) => {
    const world = testTasks(before);
    const messages: UIMessage[] = [];

    const toolsFor = (said: Said): ConnectedTools => {
      const look: ConnectedTools['look'] = async (name, args) => {
        const output = await world.run(name, args);
        if (output.type !== 'json') throw new Error(output.value);
        return output.value;
      };
      const run: ConnectedTools['run'] = async (name, input, _toolCallId, signal) => {
        const args = (input ?? {}) as Record<string, unknown>;
        said.calls.push([name, args]);
        const value = await look(name, args, signal);
        said.done.push(name);
        return value;
      };
      return {
        offers,
        look,
        run,
        async runTogether(calls, signal) {
          const made = [];
          for (const call of calls) {
            const [outcome] = await Promise.allSettled([
              run(call.toolName, call.input, call.toolCallId, signal),
            ]);
            made.push({ call, outcome });
          }
          return made;
        },
      };
    };

    /** Answers the last message, or carries out what was approved. */
    const turn = async (
      said: Said,
      approved: Parameters<typeof approvedStep>[0] = [],
    ): Promise<UIMessage> => {
      const question = messages.findLast(({ role }) => role === 'user');
      const text = question?.parts.map((part) => (part.type === 'text' ? part.text : '')).join(' ') ?? '';
      const log = createTurnLog(key, approvedStep(approved), () => {});
      const tools = toolsFor(said);
      const signal = AbortSignal.timeout(LIMITS.totalMilliseconds);
      await takeUp({ log, tools, toolMilliseconds: LIMITS.toolMilliseconds, signal }, asksItself);
      const failures: unknown[] = [];
      await askModel({
        ...{ model, log, tools, signal, from: 0, limits: LIMITS, words: wordsFor(text) },
        history: { messages, asked: text, now: new Date(moment.now), timeZone: moment.timeZone },
        // Nobody forges anything here.
        approvals: asksItself ? undefined : { sign: async () => 'signed', expiresAt: new Date(8.64e15) },
        onError: (error) => failures.push(error),
      });
      if (failures.length > 0) throw failures[0];
      const message = await messageOf(log.chunks, generateId());
      messages.push(message);
      const texts = message.parts.map((part) => (part.type === 'text' ? part.text.trim() : ''));
      said.text = texts.filter((part) => part !== '').join('\n\n');
      return message;
    };

    return {
      tasks: world.tasks,
      async say(message) {
        const said: Said = { calls: [], done: [], text: '' };
        const last = messages.at(-1);
        const asked = last && askedIn(last);
        if (last && asked) {
          // What waits for the person is approved by a plain yes, and by nothing else.
          const approved = consentIn(message) === 'yes';
          messages[messages.length - 1] = {
            ...last,
            parts: decidedParts(last.parts, () => approved, 'rejected'),
          };
          if (approved) {
            await turn(said, asked.calls);
            return said;
          }
        }
        messages.push({ id: generateId(), role: 'user', parts: [{ type: 'text', text: message }] });
        const answer = await turn(said);
        // The card that asks is an answer, though no words stand in it.
        return askedIn(answer) ? { ...said, text: `${said.text}\n${cardOf(answer)}` } : said;
      },
    };
  };
}

/** What an approval card shows. */
function cardOf(message: UIMessage): string {
  const parts = message.parts.filter(isDynamicToolUIPart);
  return parts.map((part) => `${part.toolName} ${JSON.stringify(part.input)}`).join('\n');
}
