/** @module The turns that this process runs, each apart from any connection and under a lease that is kept for it. */
import type { UIMessage } from 'ai';
import { asUser, type Database } from '../../database/database.ts';
import type { Metrics, TurnOutcome } from '../../health/metrics.ts';
import type { McpInProcess } from '../../mcp/in-process.ts';
import type { ApprovalSignatures } from '../approvals/signatures.ts';
import { type History, readHistory } from '../history.ts';
import { finishTurn } from './finish-turn.ts';
import { keepLease } from './keep-lease.ts';
import { createLiveTurn, type LiveTurn } from './live-turn.ts';
import type { Models } from './run-turn.ts';
import { nameOf, type TurnKey, type TurnRow } from './turn.ts';
import type { TurnHub } from './turn-hub.ts';
import type { TurnStore } from './turn-store.ts';

export interface TurnRunsOptions {
  database: Database;
  store: TurnStore;
  hub: TurnHub;
  /** This process, as leases name it. */
  owner: string;
  models: Models;
  signatures: ApprovalSignatures;
  /** The agent's ways to the tools. */
  mcp: McpInProcess;
  logger: { error(details: Record<string, unknown>, message: string): void };
  metrics: Pick<Metrics, 'turnBegan'>;
}

export interface TurnRuns {
  /** Runs a turn that this process holds the lease of. With a history it begins with nothing but a message. */
  run(turn: TurnRow, history?: History): void;
  isRunning(turn: TurnKey): boolean;
  /** The answer of a turn that runs here, unless this process loses it. */
  answer(turn: TurnKey): Promise<UIMessage | undefined>;
  /** Looks whether somebody wants the turn stopped. */
  checkStop(turn: TurnKey): Promise<void>;
  /** Lets turns finish for a while, then leaves them to other processes; `beforeLeaving` is told between the two. */
  drain(graceMilliseconds: number, beforeLeaving: () => void): Promise<void>;
}

interface Run {
  turn: TurnRow;
  controller: AbortController;
  reason?: 'stop' | 'leave';
  done: Promise<UIMessage | undefined>;
}

function leave(run: Run, reason: 'stop' | 'leave'): void {
  run.reason ??= reason;
  run.controller.abort(new Error(reason));
}

/** The runs of one process. */
export function createTurnRuns(options: TurnRunsOptions): TurnRuns {
  const { database, store, hub, owner, logger } = options;
  const runs = new Map<string, Run>();

  const carry = async (
    entry: Run,
    fresh: { live: LiveTurn; history: History } | undefined,
  ): Promise<UIMessage | undefined> => {
    const { turn, controller } = entry;
    // Loaded with the first turn: a start must not wait for it.
    const { runTurn } = await import('./run-turn.ts');
    const stored = fresh ? [] : (await store.read(turn, 0)).batches;
    const live = fresh?.live ?? createLiveTurn(stored.flatMap(({ chunks }) => chunks));
    hub.live.set(nameOf(turn), live);
    const lease = keepLease({
      renew: () => store.renew(turn, owner),
      onStop: () => leave(entry, 'stop'),
      onLost: () => leave(entry, 'leave'),
      onError: (error) => logger.error({ err: error }, 'lease not renewed'),
    });
    try {
      return await runTurn(
        turn,
        stored,
        live,
        {
          signal: controller.signal,
          reason: () => entry.reason,
          lose: (error) => {
            if (error !== undefined) logger.error({ err: error }, 'turn lost');
            leave(entry, 'leave');
          },
        },
        {
          models: options.models,
          signatures: options.signatures,
          history: async () =>
            fresh?.history ??
            asUser(database, turn.userId, (tx) => readHistory(tx, turn.userId, turn.conversationId)),
          mcp: options.mcp,
          append: async (batch) => {
            const held = await store.append(turn, owner, batch);
            lease.renewed();
            if (held?.stop) leave(entry, 'stop');
            return held !== undefined;
          },
          finish: (ending) => finishTurn(database, turn, owner, ending),
          onFailure: (error) =>
            logger.error({ err: error, conversation_id: turn.conversationId }, 'model failed'),
        },
      );
    } finally {
      lease.end();
    }
  };

  return {
    run(turn, history) {
      const name = nameOf(turn);
      if (runs.has(name)) return;
      const entry: Run = { turn, controller: new AbortController(), done: Promise.resolve(undefined) };
      runs.set(name, entry);
      const countEnd = options.metrics.turnBegan();
      let outcome: TurnOutcome = 'failed';
      const live = createLiveTurn([]);
      // A reader that arrives now must find the live turn, not an empty table.
      if (history) hub.live.set(name, live);
      entry.done = carry(entry, history && { live, history })
        .then((answer) => {
          outcome = answer ? 'answered' : 'left';
          return answer;
        })
        .catch((error: unknown) => {
          logger.error({ err: error, conversation_id: turn.conversationId }, 'turn failed');
          return undefined;
        })
        .finally(() => {
          runs.delete(name);
          countEnd(outcome);
          hub.live.get(name)?.end();
          hub.live.delete(name);
        });
    },

    isRunning: (turn) => runs.has(nameOf(turn)),

    answer: async (turn) => runs.get(nameOf(turn))?.done,

    async checkStop(turn) {
      const entry = runs.get(nameOf(turn));
      if (entry && (await store.renew(turn, owner))?.stop) leave(entry, 'stop');
    },

    async drain(graceMilliseconds, beforeLeaving) {
      const waited = Promise.withResolvers<void>();
      const timer = setTimeout(waited.resolve, graceMilliseconds);
      await Promise.race([Promise.all([...runs.values()].map(({ done }) => done)), waited.promise]);
      clearTimeout(timer);
      beforeLeaving();
      const left = [...runs.values()];
      for (const entry of left) leave(entry, 'leave');
      await Promise.allSettled(left.map(({ done }) => done));
      await Promise.allSettled(left.map(({ turn }) => store.release(turn, owner)));
    },
  };
}
