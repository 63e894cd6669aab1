import type { UIMessageChunk } from 'ai';
import { expect, it } from 'vitest';
import { carryOut, type Hands } from './carry-out.ts';
import { createTurnLog } from './turn-log.ts';

const calls = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    toolCallId: `call ${index}`,
    toolName: 'complete_task',
    input: { task_id: index },
  }));

/** Hands that note what is done with them. */
function noting(signal = new AbortController().signal) {
  const emitted: UIMessageChunk[] = [];
  const done: string[] = [];
  const log = createTurnLog({ userId: 'ada', conversationId: 1, turnId: 1 }, [], (chunk) =>
    emitted.push(chunk),
  );
  const tools: Hands['tools'] = {
    async run(_name, _input, toolCallId) {
      done.push(toolCallId);
      if (toolCallId === 'call 1') throw new Error('There is no task 1.');
      return { by: 'itself' };
    },
    async runTogether(some) {
      done.push(`${some.length} together`);
      return some.map((call) => ({
        call,
        outcome:
          call.toolCallId === 'call 1'
            ? { status: 'rejected' as const, reason: new Error('There is no task 1.') }
            : { status: 'fulfilled' as const, value: { with: 'others' } },
      }));
    },
  };
  return { emitted, done, hands: { log, tools, toolMilliseconds: 1000, signal } };
}

it('makes many calls in few transactions, and puts each outcome on record in order', async () => {
  const { emitted, done, hands } = noting();
  await carryOut(calls(201), hands);
  expect(done).toEqual(['100 together', '100 together', 'call 200']);
  expect(emitted.map((chunk) => 'toolCallId' in chunk && chunk.toolCallId)).toEqual(
    calls(201).map(({ toolCallId }) => toolCallId),
  );
  expect(emitted[0]).toMatchObject({ type: 'tool-output-available', output: { with: 'others' } });
  expect(emitted[1]).toMatchObject({ type: 'tool-output-error', errorText: 'There is no task 1.' });
  expect(emitted[200]).toMatchObject({ type: 'tool-output-available', output: { by: 'itself' } });
});

it('makes them one by one when their transaction came to nothing', async () => {
  const { emitted, done, hands } = noting();
  hands.tools.runTogether = () => Promise.reject(new Error('the connection was lost'));
  await carryOut(calls(3), hands);
  expect(done).toEqual(['call 0', 'call 1', 'call 2']);
  expect(emitted.map(({ type }) => type)).toEqual([
    'tool-output-available',
    'tool-output-error',
    'tool-output-available',
  ]);
});

it('makes no more when the turn is given up', async () => {
  const leaving = new AbortController();
  const { emitted, done, hands } = noting(leaving.signal);
  hands.tools.runTogether = () => {
    leaving.abort(new Error('stop'));
    return Promise.reject(new Error('aborted'));
  };
  await expect(carryOut(calls(3), hands)).rejects.toThrow('stop');
  expect([emitted, done]).toEqual([[], []]);
});
