import type { UIMessage } from 'ai';
import { describe, expect, it } from 'vitest';
import { ANSWERED_APPROVAL, modelMessages } from './model-messages.ts';

const said = (text: string, metadata?: Record<string, unknown>): UIMessage => ({
  id: crypto.randomUUID(),
  role: 'user',
  parts: [{ type: 'text', text }],
  ...(metadata && { metadata }),
});
const called = (toolName: string, state: string, more: Record<string, unknown> = {}): UIMessage => ({
  id: crypto.randomUUID(),
  role: 'assistant',
  parts: [
    { type: 'step-start' },
    { type: 'dynamic-tool', toolName, toolCallId: crypto.randomUUID(), state, input: {}, ...more },
  ] as UIMessage['parts'],
});
const listed = (count: number) =>
  called('list_tasks', 'output-available', {
    output: {
      tasks: Array.from({ length: count }, (_, index) => ({
        id: index,
        title: `T${index}`,
        description: 'long '.repeat(50),
      })),
    },
  });

describe('what a model is shown', () => {
  it('has no call that waits or waited for an approval, nor the yes to it', async () => {
    const messages = await modelMessages(
      [
        said('delete all'),
        called('delete_task', 'approval-responded', { approval: { id: 'a', approved: true } }),
        said('yes', { [ANSWERED_APPROVAL]: 1 }),
        called('delete_task', 'output-available', {
          output: { status: 'deleted' },
          approval: { id: 'a', approved: true, isAutomatic: true },
        }),
      ],
      true,
    );
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
    expect(JSON.stringify(messages)).not.toContain('approval');
  });

  it('knows what was not approved', async () => {
    const denied = called('delete_task', 'output-denied', {
      approval: { id: 'a', approved: false, reason: 'The person said no.' },
    });
    const messages = await modelMessages([said('delete all'), denied], true);
    expect(JSON.stringify(messages.at(-1))).toContain('The person said no.');
  });

  it('is a long conversation in short, from a person’s message on, with the newest turns whole', async () => {
    const history = Array.from({ length: 20 }, (_, index) => [said(`question ${index}`), listed(40)]).flat();
    const short = await modelMessages(history, true);
    const whole = await modelMessages(history, false);
    expect(whole).toHaveLength(60);
    expect(short.length).toBeLessThan(60);
    expect(short[0]?.role).toBe('user');
    expect(JSON.stringify(short.slice(-2))).toContain('long long');
    expect(JSON.stringify(short.slice(0, 3))).toContain('T39');
    expect(JSON.stringify(short.slice(0, 3))).not.toContain('long long');
  });

  it('is the newest turn whatever its length', async () => {
    const messages = await modelMessages([said('x'.repeat(50_000))], true);
    expect(messages).toHaveLength(1);
  });
});
