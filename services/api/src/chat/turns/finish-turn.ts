/** @module Ends a turn in one transaction: the answer is stored, the turn is closed, and everyone is told. */
import type { UIMessage } from 'ai';
import { and, eq, sql } from 'drizzle-orm';
import { asUser, type Database } from '../../database/database.ts';
import { turnChunks, turns } from '../../database/schema.ts';
import type { EventService } from '../../events/events.ts';
import { appendMessage, conversationOf, touchConversation } from '../conversation-store.ts';
import type { ChunkBatch, TurnKey, TurnStatus } from './turn.ts';
import { notifyTurn } from './turn-store.ts';

export interface Ending {
  status: Exclude<TurnStatus, 'running'>;
  message: UIMessage;
  /** The last chunks, for readers on other processes. */
  rest: ChunkBatch;
}

/** False when the turn is no longer ours. */
export function finishTurn(
  database: Database,
  events: EventService,
  turn: TurnKey,
  owner: string,
  { status, message, rest }: Ending,
): Promise<boolean> {
  const { userId, conversationId, turnId } = turn;
  return asUser(database, userId, async (tx) => {
    const [ended] = await tx
      .update(turns)
      .set({ status, endedAt: sql`now()`, leaseOwner: null, leaseUntil: null })
      .where(
        and(
          eq(turns.userId, userId),
          eq(turns.conversationId, conversationId),
          eq(turns.id, turnId),
          eq(turns.leaseOwner, owner),
          eq(turns.status, 'running'),
        ),
      )
      .returning({ id: turns.id });
    if (!ended) return false;
    if (rest.chunks.length > 0) await tx.insert(turnChunks).values({ ...turn, ...rest });
    await appendMessage(tx, userId, conversationId, {
      id: message.id,
      role: 'assistant',
      parts: message.parts,
      metadata: { turn_id: turnId, status },
    });
    const row = await touchConversation(tx, userId, conversationId);
    if (row)
      await events.publish(tx, userId, { type: 'conversation.updated', conversation: conversationOf(row) });
    await notifyTurn(tx, turn, 'ended');
    return true;
  });
}
