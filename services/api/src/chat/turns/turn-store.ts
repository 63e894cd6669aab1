/**
 * @module Turns in Postgres. Every write of a running turn checks that this process still holds its lease, in the same
 * statement, so a process that was only slow cannot write into a turn that another has taken over.
 */
import type { UIMessageChunk } from 'ai';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import {
  askIn,
  asSystem,
  asUser,
  type Database,
  type Transaction,
  writeAsUser,
} from '../../database/database.ts';
import { turnChunks, turns } from '../../database/schema.ts';
import { storableJson } from './storable-json.ts';
import type { ChunkBatch, TurnKey, TurnRow, TurnStatus } from './turn.ts';

/** A process that does not renew a lease for this long is taken for dead. */
export const LEASE_SECONDS = 4;

/** How long the chunks of an ended turn stay, for readers that are still behind. */
const CHUNK_SECONDS = 30;

export const TURN_CHANNEL = 'turns';

export type TurnSignal = 'written' | 'stop' | 'ended' | 'released';

const until = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

const isTurn = ({ userId, conversationId, turnId }: TurnKey) =>
  and(eq(turns.userId, userId), eq(turns.conversationId, conversationId), eq(turns.id, turnId));

/** A notification's words. */
export function payloadOf({ userId, conversationId, turnId }: TurnKey, signal: TurnSignal): string {
  return JSON.stringify([userId, conversationId, turnId, signal]);
}

/** Tells every process about a turn, when the transaction commits. */
async function notifyTurn(tx: Transaction, turn: TurnKey, signal: TurnSignal): Promise<void> {
  await tx.execute(sql`select pg_notify(${TURN_CHANNEL}, ${payloadOf(turn, signal)})`);
}

/** $1 to $4 are the turn and its owner, $5 the seconds. Both are written for every turn, so both are put together once. */
const RENEW = `
  update turns set lease_until = now() + make_interval(secs => $5)
  where user_id = $1 and conversation_id = $2 and id = $3 and lease_owner = $4 and status = 'running'
  returning stop_requested as stop`;
const APPEND = `
  with held as (${RENEW}), stored as (
    insert into turn_chunks (user_id, conversation_id, turn_id, sequence, chunks) select $1, $2, $3, $6, $7 from held
  )
  select stop, pg_notify('${TURN_CHANNEL}', $8) from held`;

/** The turns in the database. */
export function createTurnStore(database: Database) {
  return {
    /** Writes chunks and renews the lease. Undefined when the turn is no longer ours; else whether somebody asked to stop. */
    async append(turn: TurnKey, owner: string, batch: ChunkBatch): Promise<{ stop: boolean } | undefined> {
      const { userId, conversationId, turnId } = turn;
      const lease = [userId, conversationId, turnId, owner, LEASE_SECONDS];
      const chunks = [batch.sequence, storableJson(batch.chunks), payloadOf(turn, 'written')];
      const query = { query: APPEND, parameters: [...lease, ...chunks] };
      // No wait for the disk: what a tool does is committed after this, and takes this with it.
      const [row] = await writeAsUser<{ stop: boolean }>(database, userId, query, { commit: 'off' });
      return row;
    },

    async renew(turn: TurnKey, owner: string): Promise<{ stop: boolean } | undefined> {
      const { userId, conversationId, turnId } = turn;
      const parameters = [userId, conversationId, turnId, owner, LEASE_SECONDS];
      const [row] = await writeAsUser<{ stop: boolean }>(database, userId, { query: RENEW, parameters });
      return row;
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
        const { rows } = await tx.execute<Record<string, unknown>>(sql`
          update turns set lease_owner = ${owner}, lease_until = ${until}
          where (user_id, conversation_id, id) in (
            select user_id, conversation_id, id from turns
            where status = 'running' and lease_until < now()
            order by lease_until limit 20 for update skip locked
          )
          returning user_id as "userId", conversation_id as "conversationId", id as "turnId", status, message_id as "messageId"`);
        return rows as unknown as TurnRow[];
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

const STANDING = `
  select turns.id as "turnId", turns.status, message_id as "messageId" from turns
  left join approvals on approvals.user_id = turns.user_id and approvals.conversation_id = turns.conversation_id
    and approvals.turn_id = turns.id and approvals.status = 'pending'
  where turns.user_id = $1 and turns.conversation_id = $2
    and (turns.status = 'running' or approvals.status is not null)`;

/** What a conversation is busy with: its running turn, and whether it waits for an approval. */
export async function standingOf(
  tx: Transaction,
  userId: string,
  conversationId: number,
): Promise<{ running: TurnRow | undefined; pending: boolean }> {
  const query = { query: STANDING, parameters: [userId, conversationId] };
  const rows = await askIn<Pick<TurnRow, 'turnId' | 'status' | 'messageId'>>(tx, query);
  const running = rows.find(({ status }) => status === 'running');
  return {
    running: running && { userId, conversationId, ...running },
    pending: rows.some(({ status }) => status !== 'running'),
  };
}

/** The running turn of a conversation, within a transaction. */
async function runningTurn(
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
