/** @module Ends a turn in one transaction: the answer is stored, the turn is closed, and everyone is told. */
import type { UIMessage } from 'ai';
import { sql } from 'drizzle-orm';
import { asUser, type Database } from '../../database/database.ts';
import type { EventService } from '../../events/events.ts';
import { conversationOf } from '../conversation-store.ts';
import { storableJson } from './storable-json.ts';
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
  const metadata = JSON.stringify({ turn_id: turnId, status });
  return asUser(database, userId, async (tx) => {
    const [row] = await tx.execute<{ id: number; title: string; created: string; updated: string }>(sql`
      with ended as (
        update turns set status = ${status}, ended_at = now(), lease_owner = null, lease_until = null
        where user_id = ${userId} and conversation_id = ${conversationId} and id = ${turnId}
          and lease_owner = ${owner} and status = 'running'
        returning id
      ), last_chunks as (
        insert into turn_chunks (user_id, conversation_id, turn_id, sequence, chunks)
        select ${userId}, ${conversationId}, ${turnId}, ${rest.sequence}, ${storableJson(rest.chunks)}::jsonb from ended
      ), answer as (
        insert into messages (user_id, conversation_id, id, position, role, parts, metadata)
        select ${userId}, ${conversationId}, ${message.id}, (
          select coalesce(max(position), 0) + 1 from messages
          where user_id = ${userId} and conversation_id = ${conversationId}
        ), 'assistant', ${storableJson(message.parts)}::jsonb, ${metadata}::jsonb from ended
      )
      update conversations set updated_at = now() from ended
      where conversations.user_id = ${userId} and conversations.id = ${conversationId}
      returning conversations.id, title, created_at as created, updated_at as updated`);
    if (!row) return false;
    await notifyTurn(tx, turn, 'ended');
    await events.publish(tx, userId, {
      type: 'conversation.updated',
      conversation: conversationOf({
        ...row,
        createdAt: new Date(row.created),
        updatedAt: new Date(row.updated),
      }),
    });
    return true;
  });
}
