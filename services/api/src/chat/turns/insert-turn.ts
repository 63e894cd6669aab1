/** @module What begins a turn in the database: the turn with its lease, the person's message and its event, at once. */
import { generateId, type UIMessageChunk } from 'ai';
import { sql } from 'drizzle-orm';
import { askIn, type Transaction } from '../../database/database.ts';
import { turnChunks } from '../../database/schema.ts';
import { notified, publishedFrom } from '../../events/publish.ts';
import { approvedStep } from '../approvals/asked-approval.ts';
import type { SignedCall } from '../approvals/signatures.ts';
import { conversationEvent } from '../conversation-store.ts';
import { storableJson } from './storable-json.ts';
import { startChunk, type TurnRow } from './turn.ts';
import { LEASE_SECONDS } from './turn-store.ts';

export interface NewTurn {
  userId: string;
  conversationId: number;
  /** The process that is to run the turn. */
  owner: string;
  /** Whether the conversation begins with it. */
  isFirst: boolean;
  /** What the person wrote; a decision is carried out without. */
  said?: { text: string; metadata: Record<string, unknown> };
  /** Approved calls: the turn begins just before they are made. */
  approved?: readonly SignedCall[] | undefined;
}

const insertion = (event: 'conversation.created' | 'conversation.updated') => `
  with turn as (
    insert into turns (user_id, conversation_id, id, status, message_id, lease_owner, lease_until)
    select $1::text, $2::integer, coalesce(max(id), 0) + 1, 'running', $3, $4, now() + make_interval(secs => $5)
    from turns where user_id = $1 and conversation_id = $2
    returning id as turn_id
  ), said as (
    insert into messages (user_id, conversation_id, id, position, role, parts, metadata)
    select $1, $2, $6, (
      select coalesce(max(position), 0) + 1 from messages where user_id = $1 and conversation_id = $2
    ), 'user', $7, $8 where $6::text is not null
  ), news as (
    select ${conversationEvent(event)} as data from conversations where user_id = $1 and id = $2
  ), ${publishedFrom('news')}
  select turn_id as "turnId", ${notified} from turn, event`;

const FIRST = insertion('conversation.created');
const NEXT = insertion('conversation.updated');

/** A new running turn. The conversation must be locked by the transaction. */
export async function insertTurn(tx: Transaction, turn: NewTurn): Promise<TurnRow> {
  const { userId, conversationId, owner, said, approved } = turn;
  const messageId = generateId();
  const [row] = await askIn<{ turnId: number }>(tx, {
    query: turn.isFirst ? FIRST : NEXT,
    parameters: [
      ...[userId, conversationId, messageId, owner, LEASE_SECONDS],
      ...(said
        ? [generateId(), storableJson([{ type: 'text', text: said.text }]), JSON.stringify(said.metadata)]
        : [null, null, null]),
    ],
  });
  if (!row) throw new Error('the turn was not stored');
  const { turnId } = row;
  const stored: TurnRow = { userId, conversationId, turnId, status: 'running', messageId };
  if (approved) {
    const chunks: UIMessageChunk[] = [startChunk(stored), ...approvedStep(approved)];
    await tx
      .insert(turnChunks)
      .values({ userId, conversationId, turnId, sequence: 1, chunks: sql`${storableJson(chunks)}::jsonb` });
  }
  return stored;
}
