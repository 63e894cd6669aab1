import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { builtInAssistant } from '../src/chat/assistant/model.ts';
import { agentConversations } from './agent-conversation.ts';

const tokens = { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 };
const usage = { inputTokens: tokens, outputTokens: { total: 1, text: 1, reasoning: 0 } };

/** A model that plays its steps one after the other. */
function scripted(steps: (string | { toolName: string; input: unknown }[])[]) {
  let step = 0;
  return new MockLanguageModelV4({
    doStream: async () => {
      const now = steps[step] ?? '';
      step += 1;
      const parts: LanguageModelV4StreamPart[] =
        typeof now === 'string'
          ? [
              { type: 'text-start', id: 'a' },
              { type: 'text-delta', id: 'a', delta: now },
              { type: 'text-end', id: 'a' },
              { type: 'finish', usage, finishReason: { unified: 'stop', raw: undefined } },
            ]
          : [
              ...now.map(({ toolName, input }, index) => ({
                type: 'tool-call' as const,
                toolCallId: `${step}-${index}`,
                toolName,
                input: JSON.stringify(input),
              })),
              { type: 'finish', usage, finishReason: { unified: 'tool-calls', raw: undefined } },
            ];
      return { stream: ReadableStream.from([{ type: 'stream-start', warnings: [] } as const, ...parts]) };
    },
  });
}

const both = [1, 2].map((task_id) => ({ toolName: 'delete_task', input: { task_id } }));

describe('a conversation through the agent', () => {
  it('runs the tools that the model asks for', async () => {
    const model = scripted([[{ toolName: 'add_task', input: { title: 'Buy milk' } }], 'Added.']);
    const conversation = agentConversations(model)([]);
    expect(await conversation.say('add buy milk')).toMatchObject({ done: ['add_task'], text: 'Added.' });
    expect(await conversation.tasks()).toMatchObject([{ title: 'Buy milk' }]);
  });

  it('deletes several only after a yes', async () => {
    const conversation = agentConversations(scripted([both, 'Both are gone.']))(['One', 'Two']);
    expect(await conversation.say('delete both')).toMatchObject({ done: [] });
    expect(await conversation.tasks()).toHaveLength(2);
    expect(await conversation.say('yes')).toMatchObject({
      done: ['delete_task', 'delete_task'],
      text: 'Both are gone.',
    });
    expect(await conversation.tasks()).toEqual([]);
  });

  it('leaves everything when the answer is not a yes', async () => {
    const conversation = agentConversations(scripted([both, 'I left them.', 'You have two.']))([
      'One',
      'Two',
    ]);
    await conversation.say('delete both');
    await conversation.say('what is on my list?');
    expect(await conversation.tasks()).toHaveLength(2);
  });

  it('plays the built-in assistant as it is', async () => {
    const conversation = agentConversations(builtInAssistant())(['One', 'Two']);
    await conversation.say('delete everything');
    const { done } = await conversation.say('yes');
    expect(done).toEqual(['delete_task', 'delete_task']);
  });
});
