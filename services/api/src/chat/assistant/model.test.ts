import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInAssistant } from './model.ts';
import { conversationWith } from './testing/conversation-with.ts';

const prompt = (text: string) => [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }];

describe('the built-in assistant as a language model', () => {
  it('streams its answer in words and says why it ended', async () => {
    const { stream } = await builtInAssistant().doStream({ prompt: prompt('hello') });
    const parts: { type: string; delta?: string }[] = [];
    for await (const part of stream) parts.push(part);
    expect(parts.map(({ type }) => type).filter((type) => type !== 'text-delta')).toEqual([
      'stream-start',
      'text-start',
      'text-end',
      'finish',
    ]);
    const { content } = await builtInAssistant().doGenerate({ prompt: prompt('hello') });
    expect(parts.map(({ delta }) => delta ?? '').join('')).toBe(
      content[0]?.type === 'text' ? content[0].text : '',
    );
    expect(parts.at(-1)).toMatchObject({ finishReason: { unified: 'stop' } });
  });

  it('asks for tools', async () => {
    const result = await builtInAssistant().doGenerate({ prompt: prompt('add milk') });
    expect(result.finishReason.unified).toBe('tool-calls');
    expect(result.content).toEqual([
      { type: 'tool-call', toolCallId: expect.any(String), toolName: 'add_task', input: '{"title":"Milk"}' },
    ]);
  });

  it('answers whatever is said to it, and never deletes several tasks unasked', async () => {
    const word = fc.constantFrom(
      'delete',
      'all',
      'my',
      'tasks',
      'add',
      'undo',
      '2',
      '"',
      "'",
      'and',
      '#',
      'yes',
      'tomorrow',
      '\n',
      '🎉',
      'ٹاسک',
      '\uE000',
      '(',
      '*',
      '.',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 8 }),
        async (said) => {
          const conversation = conversationWith(['Buy groceries', 'Call mom', 'Pay bills']);
          const { text } = await conversation.say(said.join(' '));
          expect(text).not.toBe('');
          const named = said.join(' ').match(/\d+/g)?.length ?? 0;
          expect((await conversation.tasks()).length).toBeGreaterThanOrEqual(3 - Math.max(1, named));
        },
      ),
      { numRuns: 300 },
    );
  });
});
