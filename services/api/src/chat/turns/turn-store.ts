/**
 * Turns in Postgres. Every write of a running turn checks that this process still holds its lease, in the same
 * statement, so a process that was only slow cannot write into a turn that another has taken over.
 *
 * @module
 */

import type { UIMessageChunk } from 'ai';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { asSystem, asUser, type Database, type Transaction } from '../../database/database.ts';
import { turnChunks, turns } from '../../database/schema.ts';
import { storableJson } from './storable-json.ts';
import type { ChunkBatch, TurnKey, TurnRow, TurnStatus } from './turn.ts';

/** A process that does not renew a lease for this long is taken for dead. */
export const LEASE_SECONDS = 6;

/** How long the chunks of an ended turn stay, for readers that are still behind. */
const CHUNK_SECONDS = 30;

export const TURN_CHANNEL = 'turns';

export type TurnSignal = 'written' | 'stop' | 'ended' | 'released';

const until = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

const isTurn = ({ userId, conversationId, turnId }: TurnKey) =>
  and(eq(turns.userId, userId), eq(turns.conversationId, conversationId), eq(turns.id, turnId));

function payloadOf({ userId, conversationId, turnId }: TurnKey, signal: TurnSignal): string {
  return JSON.stringify([userId, conversationId, turnId, signal]);
}

/** Tells every process about a turn, when the transaction commits. */
export async function notifyTurn(tx: Transaction, turn: TurnKey, signal: TurnSignal): Promise<void> {
  await tx.execute(sql`select pg_notify(${TURN_CHANNEL}, ${payloadOf(turn, signal)})`);
}

/** Renews the lease. Undefined when it is no longer ours; else whether somebody asked to stop. */
async function renew(tx: Transaction, turn: TurnKey, owner: string): Promise<{ stop: boolean } | undefined> {
  const [row] = await tx
    .update(turns)
    .set({ leaseUntil: until })
    .where(and(isTurn(turn), eq(turns.leaseOwner, owner), eq(turns.status, 'running')))
    .returning({ stop: turns.stopRequested });
  return row;
}

export function createTurnStore(database: Database) {
  return {
    /** Writes chunks and renews the lease. Undefined when the turn is no longer ours. */
    append(turn: TurnKey, owner: string, batch: ChunkBatch): Promise<{ stop: boolean } | undefined> {
      const { userId, conversationId, turnId } = turn;
      const payload = payloadOf(turn, 'written');
      return asUser(database, userId, async (tx) => {
        // One statement and no wait for the disk: what a tool does is committed after this, and takes this with it.
        const [row] = await tx.execute<{ stop: boolean }>(sql`
          with held as (
            update turns set lease_until = ${until}
            where user_id = ${userId} and conversation_id = ${conversationId} and id = ${turnId}
              and lease_owner = ${owner} and status = 'running'
            returning stop_requested
          ), stored as (
            insert into turn_chunks (user_id, conversation_id, turn_id, sequence, chunks)
            select ${userId}, ${conversationId}, ${turnId}, ${batch.sequence}, ${storableJson(batch.chunks)}::jsonb from held
          )
          select stop_requested as stop, set_config('synchronous_commit', 'off', true), pg_notify(${TURN_CHANNEL}, ${payload})
          from held`);
        return row && { stop: row.stop };
      });
    },

    renew(turn: TurnKey, owner: string): Promise<{ stop: boolean } | undefined> {
      return asUser(database, turn.userId, (tx) => renew(tx, turn, owner));
    },

    /** The batches after a sequence number, and how the turn stands. */
    read(turn: TurnKey, after: number): Promise<{ batches: ChunkBatch[]; status: TurnStatus | undefined }> {
      return asUser(database, turn.userId, async (tx) => {
        const [row] = await tx.select({ status: turns.status }).from(turns).where(isTurn(turn));
        const batches = await tx
          .select({ sequence: turnChunks.sequence, chunks: turnChunks.chunks })
          .from(turnChunks)
          .where(
            and(
              eq(turnChunks.userId, turn.userId),
              eq(turnChunks.conversationId, turn.conversationId),
              eq(turnChunks.turnId, turn.turnId),
              gt(turnChunks.sequence, after),
            ),
          )
          .orderBy(asc(turnChunks.sequence));
        return {
          status: row?.status,
          batches: batches.map(({ sequence, chunks }) => ({ sequence, chunks: chunks as UIMessageChunk[] })),
        };
      });
    },

    /** The running turn of a conversation, if there is one. */
    running(userId: string, conversationId: number): Promise<TurnRow | undefined> {
      return asUser(database, userId, (tx) => runningTurn(tx, userId, conversationId));
    },

    requestStop(turn: TurnKey): Promise<void> {
      return asUser(database, turn.userId, async (tx) => {
        await tx
          .update(turns)
          .set({ stopRequested: true })
          .where(and(isTurn(turn), eq(turns.status, 'running')));
        await notifyTurn(tx, turn, 'stop');
      });
    },

    /** Gives running turns back at once, for another process to go on with. */
    release(turn: TurnKey, owner: string): Promise<void> {
      return asUser(database, turn.userId, async (tx) => {
        await tx
          .update(turns)
          .set({ leaseOwner: null, leaseUntil: sql`now()` })
          .where(and(isTurn(turn), eq(turns.leaseOwner, owner), eq(turns.status, 'running')));
        await notifyTurn(tx, turn, 'released');
      });
    },

    /** Takes over turns whose process is gone, and clears what ended turns have left. */
    claimAbandoned(owner: string): Promise<TurnRow[]> {
      return asSystem(database, async (tx) => {
        const rows = await tx.execute<Record<string, unknown>>(sql`
          update turns set lease_owner = ${owner}, lease_until = ${until}
          where (user_id, conversation_id, id) in (
            select user_id, conversation_id, id from turns
            where status = 'running' and lease_until < now()
            order by lease_until limit 20 for update skip locked
          )
          returning user_id as "userId", conversation_id as "conversationId", id as "turnId", status, message_id as "messageId"`);
        return [...rows] as unknown as TurnRow[];
      });
    },

    sweepChunks(): Promise<void> {
      return asSystem(database, async (tx) => {
        await tx.execute(sql`
          delete from turn_chunks using turns
          where turns.user_id = turn_chunks.user_id and turns.conversation_id = turn_chunks.conversation_id
            and turns.id = turn_chunks.turn_id and turns.status <> 'running'
            and turns.ended_at < now() - make_interval(secs => ${CHUNK_SECONDS})`);
      });
    },
  };
}

export type TurnStore = ReturnType<typeof createTurnStore>;

/** The running turn of a conversation, within a transaction. */
export async function runningTurn(
  tx: Transaction,
  userId: string,
  conversationId: number,
): Promise<TurnRow | undefined> {
  const [row] = await tx
    .select({ turnId: turns.id, status: turns.status, messageId: turns.messageId })
    .from(turns)
    .where(
      and(eq(turns.userId, userId), eq(turns.conversationId, conversationId), eq(turns.status, 'running')),
    );
  return row && { userId, conversationId, ...row };
}
