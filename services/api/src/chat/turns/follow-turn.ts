/** @module Reads a turn's stream from its beginning, wherever it runs, and follows it to its end. */
import type { UIMessageChunk } from 'ai';
import { isLast, type TurnKey } from './turn.ts';
import { liveTurn, type TurnHub } from './turn-hub.ts';
import type { TurnStore } from './turn-store.ts';

/** The chunks of a turn. Ends without a last chunk when this process can follow it no further. */
export async function* followTurn(
  store: TurnStore,
  hub: TurnHub,
  turn: TurnKey,
  signal: AbortSignal,
): AsyncGenerator<UIMessageChunk> {
  const live = liveTurn(hub, turn);
  if (live) return yield* live.read(signal);
  let sequence = 0;
  while (!signal.aborted) {
    // Asked for before reading, so that no signal falls between the two.
    const next = hub.nextSignal(turn.userId, turn.conversationId, signal);
    const { batches, status } = await store.read(turn, sequence);
    for (const batch of batches) {
      sequence = batch.sequence;
      for (const chunk of batch.chunks) {
        yield chunk;
        if (isLast(chunk)) return;
      }
    }
    if (status !== 'running') return;
    await next;
  }
}
