/** @module Ends a turn in one statement: the answer is stored, the turn is closed, and everyone is told. */
import type { UIMessage } from 'ai';
import { type Database, writeAsUser } from '../../database/database.ts';
import { notified, publishedFrom } from '../../events/publish.ts';
import type { AskedApproval } from '../approvals/asked-approval.ts';
import { conversationEvent } from '../conversation-store.ts';
import { storableJson } from './storable-json.ts';
import type { ChunkBatch, TurnKey, TurnStatus } from './turn.ts';
import { payloadOf, TURN_CHANNEL } from './turn-store.ts';

export interface Ending {
  status: Exclude<TurnStatus, 'running'>;
  message: UIMessage;
  /** The last chunks, for readers on other processes. */
  rest: ChunkBatch;
  /** What the answer waits for the person to approve. */
  asked: AskedApproval | undefined;
}

/** $1 to $3 are the turn, $4 its owner. Written for every turn, so put together once, and sent in one message. */
const FINISH = `
  with ended as (
    update turns set status = $5, ended_at = now(), lease_owner = null, lease_until = null
    where user_id = $1 and conversation_id = $2 and id = $3 and lease_owner = $4 and status = 'running'
    returning id
  ), last_chunks as (
    insert into turn_chunks (user_id, conversation_id, turn_id, sequence, chunks) select $1, $2, $3, $6, $7 from ended
  ), answer as (
    insert into messages (user_id, conversation_id, id, position, role, parts, metadata)
    select $1, $2, $8, (
      select coalesce(max(position), 0) + 1 from messages where user_id = $1 and conversation_id = $2
    ), 'assistant', $9, $10 from ended
  ), asked as (
    insert into approvals (user_id, conversation_id, turn_id, calls, expires_at)
    select $1, $2, $3, $11::jsonb, $12 from ended where $11::jsonb is not null
  ), conversation as (
    update conversations set updated_at = now() from ended
    where conversations.user_id = $1 and conversations.id = $2
    returning conversations.id, title, created_at, updated_at
  ), news as (select ${conversationEvent('conversation.updated')} as data from conversation
  ), ${publishedFrom('news')}
  select ${notified}, pg_notify('${TURN_CHANNEL}', $13) from event`;

/** False when the turn is no longer ours. */
export async function finishTurn(
  database: Database,
  turn: TurnKey,
  owner: string,
  { status, message, rest, asked }: Ending,
): Promise<boolean> {
  const { userId, conversationId, turnId } = turn;
  const rows = await writeAsUser(database, userId, {
    query: FINISH,
    parameters: [
      ...[userId, conversationId, turnId, owner, status],
      ...[rest.sequence, storableJson(rest.chunks)],
      ...[message.id, storableJson(message.parts), JSON.stringify({ turn_id: turnId, status })],
      ...(asked ? [storableJson(asked.calls), asked.expiresAt.toISOString()] : [null, null]),
      payloadOf(turn, 'ended'),
    ],
  });
  return rows.length > 0;
}
