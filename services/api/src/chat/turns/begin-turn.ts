/**
 * Begins a turn: the user's message, the turn and its lease are one transaction, so a message that was acknowledged is
 * also answered. In one conversation one turn runs at a time.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { generateId } from 'ai';
import { and, eq, sql } from 'drizzle-orm';
import { asUser, type Database, type Transaction } from '../../database/database.ts';
import { idempotencyKeys, turns } from '../../database/schema.ts';
import type { EventService } from '../../events/events.ts';
import { Problem } from '../../http/problem.ts';
import {
  appendMessage,
  conversationOf,
  createConversation,
  lockConversation,
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
}

export type Begun = { kind: 'begun' | 'repeated'; turn: TurnRow } | { kind: 'busy'; turn: TurnRow };

class Busy extends Error {
  readonly turn: TurnRow;

  constructor(turn: TurnRow) {
    super('another turn is running');
    this.turn = turn;
  }
}

/** What the key of a request answers with: the turn that it began the first time. */
async function repeated(tx: Transaction, request: TurnRequest, key: string): Promise<TurnRow | undefined> {
  const { userId } = request;
  const asked = JSON.stringify([request.conversationId ?? null, request.message]);
  const fingerprint = createHash('sha256').update(asked).digest('hex');
  const [fresh] = await tx
    .insert(idempotencyKeys)
    .values({ userId, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (fresh) return undefined;
  const [known] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key)));
  if (known?.fingerprint !== fingerprint) {
    throw new Problem(422, {
      kind: 'idempotency-key-reused',
      detail: 'This Idempotency-Key was used for another message.',
    });
  }
  return known.response as TurnRow;
}

async function begin(
  tx: Transaction,
  events: EventService,
  request: TurnRequest,
  owner: string,
): Promise<Begun> {
  const { userId, message, timeZone } = request;
  const key = request.idempotencyKey === undefined ? undefined : `chat:${request.idempotencyKey}`;
  const earlier = key === undefined ? undefined : await repeated(tx, request, key);
  if (earlier) return { kind: 'repeated', turn: earlier };

  const known =
    request.conversationId === undefined
      ? undefined
      : await lockConversation(tx, userId, request.conversationId);
  const running = known && (await runningTurn(tx, userId, known.id));
  // Thrown, so that the key is forgotten with the rest.
  if (running) throw new Busy(running);
  const created = known ? undefined : await createConversation(tx, userId, message);
  const conversation = created ?? (known && (await touchConversation(tx, userId, known.id)));
  if (!conversation) throw new Error('the conversation is gone');
  const conversationId = conversation.id;

  await appendMessage(tx, userId, conversationId, {
    role: 'user',
    parts: [{ type: 'text', text: message }],
    metadata: { time_zone: timeZone },
  });
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
  const turn: TurnRow = { userId, conversationId, turnId: row?.turnId ?? 1, status: 'running', messageId };
  if (key !== undefined) {
    await tx
      .update(idempotencyKeys)
      .set({ response: turn })
      .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key)));
  }
  await events.publish(tx, userId, {
    type: created ? 'conversation.created' : 'conversation.updated',
    conversation: conversationOf(conversation),
  });
  return { kind: 'begun', turn };
}

/** Begins a turn, finds the one that the same key began before, or says which turn is in the way. */
export async function beginTurn(
  database: Database,
  events: EventService,
  request: TurnRequest,
  owner: string,
): Promise<Begun> {
  try {
    return await asUser(database, request.userId, (tx) => begin(tx, events, request, owner));
  } catch (error) {
    if (error instanceof Busy) return { kind: 'busy', turn: error.turn };
    throw error;
  }
}
