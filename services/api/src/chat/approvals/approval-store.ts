/** @module Approvals in Postgres: asked for once, decided once. */
import type { UIMessage } from 'ai';
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { approvals, messages, turns } from '../../database/schema.ts';
import { storableJson } from '../turns/storable-json.ts';
import type { TurnKey } from '../turns/turn.ts';
import { decidedParts } from './asked-approval.ts';
import type { SignedCall } from './signatures.ts';

/** An approval that was asked for. */
export interface StoredApproval extends TurnKey {
  calls: SignedCall[];
  status: 'pending' | 'decided' | 'lapsed';
  expiresAt: Date;
  isExpired: boolean;
  createdAt: Date;
  /** The message that holds the calls. */
  messageId: string;
}

const isOf = ({ userId, conversationId, turnId }: TurnKey) =>
  and(
    eq(approvals.userId, userId),
    eq(approvals.conversationId, conversationId),
    eq(approvals.turnId, turnId),
  );

const columns = {
  userId: approvals.userId,
  conversationId: approvals.conversationId,
  turnId: approvals.turnId,
  calls: approvals.calls,
  status: approvals.status,
  expiresAt: approvals.expiresAt,
  isExpired: sql<boolean>`${approvals.expiresAt} <= now()`,
  createdAt: approvals.createdAt,
  messageId: turns.messageId,
};

const ofItsTurn = and(
  eq(turns.userId, approvals.userId),
  eq(turns.conversationId, approvals.conversationId),
  eq(turns.id, approvals.turnId),
);

/** The approval that a turn asked for. The conversation must be locked by the transaction. */
export async function findApproval(tx: Transaction, turn: TurnKey): Promise<StoredApproval | undefined> {
  const [row] = await tx.select(columns).from(approvals).innerJoin(turns, ofItsTurn).where(isOf(turn));
  return row && { ...row, calls: row.calls as SignedCall[] };
}

/** The approval that a conversation waits for, expired or not. The conversation must be locked by the transaction. */
export async function pendingApproval(
  tx: Transaction,
  userId: string,
  conversationId: number,
): Promise<StoredApproval | undefined> {
  const [row] = await tx
    .select(columns)
    .from(approvals)
    .innerJoin(turns, ofItsTurn)
    .where(
      and(
        eq(approvals.userId, userId),
        eq(approvals.conversationId, conversationId),
        eq(approvals.status, 'pending'),
      ),
    );
  return row && { ...row, calls: row.calls as SignedCall[] };
}

/** Closes an approval for good, and writes the decision into the message that asked. */
export async function closeApproval(
  tx: Transaction,
  approval: StoredApproval,
  status: 'decided' | 'lapsed',
  isApproved: (approvalId: string) => boolean,
): Promise<void> {
  const { userId, conversationId, messageId } = approval;
  await tx.update(approvals).set({ status }).where(isOf(approval));
  const isMessage = and(
    eq(messages.userId, userId),
    eq(messages.conversationId, conversationId),
    eq(messages.id, messageId),
  );
  const [message] = await tx.select({ parts: messages.parts }).from(messages).where(isMessage);
  if (!message) return;
  const parts = decidedParts(
    message.parts as UIMessage['parts'],
    isApproved,
    status === 'decided' ? 'rejected' : 'lapsed',
  );
  await tx
    .update(messages)
    .set({ parts: sql`${storableJson(parts)}::jsonb` })
    .where(isMessage);
}
