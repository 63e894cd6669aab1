import type { UIMessageChunk } from 'ai';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecorder } from './recorder.ts';
import type { ChunkBatch } from './turn.ts';

const words = (delta: string): UIMessageChunk => ({ type: 'text-delta', id: 't', delta });
const call = (toolCallId: string): UIMessageChunk => ({
  type: 'tool-input-available',
  toolCallId,
  toolName: 'add_task',
  input: {},
});

let written: ChunkBatch[];
let ours: boolean;
const onLost = vi.fn();

beforeEach(() => {
  written = [];
  ours = true;
});

function recorder(recorded: string[] = []) {
  return createRecorder({
    lastSequence: 4,
    recorded,
    write: async (batch) => {
      written.push(batch);
      return ours;
    },
    onLost,
  });
}

describe('the recorder', () => {
  it('gathers words and keeps their order', async () => {
    const record = recorder();
    for (const word of ['a', 'b', 'c']) record.push(words(word));
    expect(written).toEqual([]);
    await record.flush();
    expect(written).toEqual([{ sequence: 5, chunks: [words('a'), words('b'), words('c')] }]);
  });

  it('writes a call at once, with all before it, and says when it is on record', async () => {
    const record = recorder();
    record.push(words('a'));
    record.push(call('one'));
    await record.recorded('one');
    expect(written).toEqual([{ sequence: 5, chunks: [words('a'), call('one')] }]);
  });

  it('knows calls of an earlier run', async () => {
    await expect(recorder(['old']).recorded('old')).resolves.toBeUndefined();
  });

  it('refuses calls once the turn is lost', async () => {
    const record = recorder();
    ours = false;
    record.push(call('one'));
    await expect(record.recorded('one')).rejects.toThrow('no longer ours');
    expect(onLost).toHaveBeenCalledOnce();
    await expect(record.recorded('two')).rejects.toThrow('no longer ours');
  });

  it('hands nothing over once a batch is missing', async () => {
    const record = recorder();
    ours = false;
    record.push(call('one'));
    record.push(words('a'));
    await expect(record.takeRest()).rejects.toThrow('no longer ours');
  });

  it('hands over what is not written yet', async () => {
    const record = recorder();
    record.push(call('one'));
    await record.recorded('one');
    record.push(words('a'));
    expect(await record.takeRest()).toEqual({ sequence: 6, chunks: [words('a')] });
    expect(written).toHaveLength(1);
  });
});
