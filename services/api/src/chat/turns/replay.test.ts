import type { UIMessageChunk } from 'ai';
import { describe, expect, it, vi } from 'vitest';
import { english } from '../wording/english.ts';
import { deedsOf, failuresOf } from './deeds.ts';
import { createLiveTurn } from './live-turn.ts';
import { messageOf, stepsOf } from './replay.ts';
import { chunksOf } from './stored-stream.ts';

const step: UIMessageChunk[] = [
  { type: 'start-step' },
  {
    type: 'tool-input-available',
    toolCallId: 'a',
    toolName: 'add_task',
    input: { title: 'Milk' },
    dynamic: true,
  },
  {
    type: 'tool-output-available',
    toolCallId: 'a',
    output: { task_id: 4, status: 'created', title: 'Milk' },
    dynamic: true,
  },
  { type: 'finish-step' },
];
const words: UIMessageChunk[] = [
  { type: 'start-step' },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: 'Added ' },
  { type: 'text-delta', id: 't', delta: 'milk.' },
  { type: 'text-end', id: 't' },
  { type: 'finish-step' },
];

describe('stepsOf', () => {
  it('knows finished steps, open calls and what was taken back', () => {
    expect(stepsOf(step)).toEqual([
      { finished: true, calls: [expect.objectContaining({ toolCallId: 'a', settled: true })] },
    ]);
    expect(stepsOf(step.slice(0, 2))).toEqual([
      { finished: false, calls: [expect.objectContaining({ settled: false })] },
    ]);
    expect(stepsOf([...step.slice(0, 2), { type: 'reset-step' }])).toEqual([{ finished: false, calls: [] }]);
  });
});

describe('messageOf', () => {
  it('makes the message that a browser would show', async () => {
    const message = await messageOf([{ type: 'start', messageId: 'm' }, ...step, ...words], 'm');
    expect(message).toMatchObject({ id: 'm', role: 'assistant' });
    expect(message.parts.map(({ type }) => type)).toEqual([
      'step-start',
      'dynamic-tool',
      'step-start',
      'text',
    ]);
    expect(message.parts[3]).toMatchObject({ text: 'Added milk.' });
  });

  it('is what stands before a chunk that nobody can read', async () => {
    const broken: UIMessageChunk = { type: 'tool-output-available', toolCallId: 'nobody', output: {} };
    const message = await messageOf([...step, broken, ...words], 'm');
    expect(message).toMatchObject({
      id: 'm',
      parts: [{ type: 'step-start' }, { toolCallId: 'a', state: 'output-available' }],
    });
  });

  it('copies the message for none of its chunks', async () => {
    const copy = vi.spyOn(globalThis, 'structuredClone');
    await messageOf([...step, ...words], 'm');
    expect(copy).not.toHaveBeenCalled();
    copy.mockRestore();
  });

  it('is taken apart into a stream that makes it again', async () => {
    const message = await messageOf([...step, ...words], 'm');
    const turn = {
      userId: 'ada',
      conversationId: 1,
      turnId: 2,
      status: 'completed',
      messageId: 'm',
    } as const;
    const again = await messageOf([...chunksOf(message, turn)], 'm');
    expect(again.parts).toEqual(message.parts);
    expect(again.metadata).toEqual({ conversation_id: 1, turn_id: 2 });
  });
});

describe('deedsOf', () => {
  it('names what was done', async () => {
    const message = await messageOf(step, 'm');
    const deeds = deedsOf(message);
    expect(deeds).toEqual([{ status: 'created', title: 'Milk', id: 4 }]);
    expect(english.apology('failed', deeds, failuresOf(message))).toContain(
      'I added “Milk” (#4). Nothing else was changed.',
    );
    expect(english.apology('failed', [], 0)).toContain('Nothing was changed.');
  });
});

describe('a live turn', () => {
  it('gives every reader everything from the beginning', async () => {
    const live = createLiveTurn(step.slice(0, 1));
    const read = async () => {
      const types: string[] = [];
      for await (const { type } of live.read(new AbortController().signal)) types.push(type);
      return types;
    };
    const early = read();
    for (const chunk of step.slice(1)) live.push(chunk);
    const late = read();
    live.end();
    const all = step.map(({ type }) => type);
    expect(await early).toEqual(all);
    expect(await late).toEqual(all);
  });

  it('lets a reader go', async () => {
    const leaving = new AbortController();
    const reading = createLiveTurn([]).read(leaving.signal).next();
    leaving.abort();
    expect(await reading).toEqual({ done: true, value: undefined });
  });
});
