/**
 * Begins a turn: the user's message, the turn and its lease are one transaction, so a message that was acknowledged is
 * also answered. In one conversation one turn runs at a time.
 *
 * @module
 */
import { generateId } from 'ai';
import { sql } from 'drizzle-orm';
import { asUser, type Database, type Transaction } from '../../database/database.ts';
import { once } from '../../database/once.ts';
import { turns } from '../../database/schema.ts';
import type { EventService } from '../../events/events.ts';
import {
  appendMessage,
  conversationOf,
  createConversation,
  type History,
  readHistory,
  touchConversation,
} from '../conversation-store.ts';
import type { TurnRow } from './turn.ts';
import { LEASE_SECONDS, runningTurn } from './turn-store.ts';

export interface TurnRequest {
  userId: string;
  conversationId?: number | undefined;
  message: string;
  timeZone: string;
  idempotencyKey?: string | undefined;
  /** The caller hears of the turn as soon as it has begun, so the message must be on disk by then. */
  heardAtOnce: boolean;
}

export type Begun =
  | { kind: 'begun'; turn: TurnRow; history: History }
  | { kind: 'repeated' | 'busy'; turn: TurnRow };

class Busy extends Error {
  readonly turn: TurnRow;

  constructor(turn: TurnRow) {
    super('another turn is running');
    this.turn = turn;
  }
}

async function begin(
  tx: Transaction,
  events: EventService,
  request: TurnRequest,
  owner: string,
): Promise<TurnRow> {
  const { userId, message, timeZone } = request;
  // Whoever hears nothing before the answer is told by the commit of the answer, which takes this one with it.
  if (!request.heardAtOnce) await tx.execute(sql`select set_config('synchronous_commit', 'off', true)`);
  const known = request.conversationId;
  const conversation =
    known === undefined
      ? await createConversation(tx, userId, message)
      : await touchConversation(tx, userId, known);
  const running = known === undefined ? undefined : await runningTurn(tx, userId, known);
  // Thrown, so that all of this is as if it had not been asked.
  if (running) throw new Busy(running);
  const conversationId = conversation.id;

  await appendMessage(tx, userId, conversationId, { text: message, timeZone });
  const messageId = generateId();
  const [row] = await tx
    .insert(turns)
    .values({
      userId,
      conversationId,
      id: sql<number>`(select coalesce(max(id), 0) + 1 from turns where user_id = ${userId} and conversation_id = ${conversationId})`,
      status: 'running',
      messageId,
      leaseOwner: owner,
      leaseUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .returning({ turnId: turns.id });
  await events.publish(tx, userId, {
    type: known === undefined ? 'conversation.created' : 'conversation.updated',
    conversation: conversationOf(conversation),
  });
  return { userId, conversationId, turnId: row?.turnId ?? 1, status: 'running', messageId };
}

/** Begins a turn, finds the one that the same key began before, or says which turn is in the way. */
export async function beginTurn(
  database: Database,
  events: EventService,
  request: TurnRequest,
  owner: string,
): Promise<Begun> {
  const { userId, conversationId, message, idempotencyKey } = request;
  const key = idempotencyKey === undefined ? undefined : `chat:${idempotencyKey}`;
  let history: History | undefined;
  try {
    const turn = await asUser(database, userId, (tx) =>
      once(tx, userId, key, { chat: [conversationId ?? null, message] }, async () => {
        const begun = await begin(tx, events, request, owner);
        history = await readHistory(tx, userId, begun.conversationId);
        return begun;
      }),
    );
    return history ? { kind: 'begun', turn, history } : { kind: 'repeated', turn };
  } catch (error) {
    if (error instanceof Busy) return { kind: 'busy', turn: error.turn };
    throw error;
  }
}
