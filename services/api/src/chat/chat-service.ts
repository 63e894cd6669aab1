/**
 * @module The chat of one process: begins turns, runs them apart from any connection, takes over what other processes
 * left, and lets every reader follow every turn.
 */
import type { UIMessage, UIMessageChunk } from 'ai';
import { LARGEST_ID } from '../database/counters.ts';
import type { Database } from '../database/database.ts';
import type { EventService } from '../events/events.ts';
import type { Metrics } from '../health/metrics.ts';
import { Problem } from '../http/problem.ts';
import type { McpInProcess } from '../mcp/in-process.ts';
import { createApprovalSignatures } from './approvals/signatures.ts';
import { type ConversationStore, createConversationStore } from './conversation-store.ts';
import {
  type BeginDependencies,
  type Begun,
  beginDecided,
  beginTurn,
  type DecisionRequest,
  type TurnRequest,
} from './turns/begin-turn.ts';
import { followTurn } from './turns/follow-turn.ts';
import type { Models } from './turns/run-turn.ts';
import { chunksOf } from './turns/stored-stream.ts';
import type { TurnKey, TurnRow } from './turns/turn.ts';
import { createTurnHub } from './turns/turn-hub.ts';
import { createTurnRuns } from './turns/turn-runs.ts';
import { createTurnStore } from './turns/turn-store.ts';
import { createWaitingLine } from './turns/waiting-line.ts';

const WATCH_MILLISECONDS = 1000;
/** A message waits this long for the answer before it in the same conversation. */
const WAIT_MILLISECONDS = 120_000;

export interface ChatServiceOptions {
  database: Database;
  events: EventService;
  models: Models;
  /** The first signs requests for approval, all of them verify. */
  secrets: readonly [string, ...string[]];
  /** The agent's ways to the tools. */
  mcp: McpInProcess;
  logger: { error(details: Record<string, unknown>, message: string): void };
  metrics: Pick<Metrics, 'turnBegan'>;
}

export interface ChatService {
  conversations: ConversationStore;
  /** Stores the message and has it answered, whatever becomes of the caller. */
  send(request: TurnRequest): Promise<TurnRow>;
  /** Uses up an approval, and has what was approved carried out. */
  decide(request: DecisionRequest): Promise<TurnRow>;
  /** The turn's stream from its beginning. Ends without a last chunk when this process is leaving. */
  follow(turn: TurnKey, signal?: AbortSignal): AsyncGenerator<UIMessageChunk>;
  /** The same, and for a turn that has ended its stored answer as a stream. */
  stream(turn: TurnRow, signal: AbortSignal): AsyncGenerator<UIMessageChunk>;
  /** The stored answer, as soon as there is one. */
  answer(turn: TurnRow): Promise<UIMessage>;
  running(userId: string, conversationId: number): Promise<TurnRow | undefined>;
  /** Ends the running turn wherever it runs; false when none runs. */
  stop(userId: string, conversationId: number): Promise<boolean>;
  start(): Promise<void>;
  /** Lets running turns finish for a while, leaves the others to another process, and ends every stream. */
  drain(graceMilliseconds: number): Promise<void>;
}

/** The chat service of this process. `start` it once the database is ready. */
export function createChatService(options: ChatServiceOptions): ChatService {
  const { database, events, logger } = options;
  const owner = crypto.randomUUID();
  const store = createTurnStore(database);
  const conversations = createConversationStore(database, events);
  const hub = createTurnHub(database);
  const line = createWaitingLine();
  const leaving = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const signatures = createApprovalSignatures(options.secrets);
  const beginning: BeginDependencies = { database, owner, signatures };
  const runs = createTurnRuns({ ...options, store, hub, owner, signatures });

  const watch = async (): Promise<void> => {
    if (leaving.signal.aborted) return;
    for (const turn of await store.claimAbandoned(owner)) runs.run(turn);
  };
  const watchQuietly = () =>
    void watch().catch((error: unknown) => logger.error({ err: error }, 'no watch over turns'));

  /** Begins a turn as soon as the one that runs in the conversation has ended. */
  const untilBegun = async (
    userId: string,
    conversationId: number | undefined,
    begin: (waited: boolean) => Promise<Begun>,
  ): Promise<TurnRow> => {
    const deadline = Date.now() + WAIT_MILLISECONDS;
    let leaveLine: (() => void) | undefined;
    try {
      for (;;) {
        const next =
          conversationId === undefined ? undefined : hub.nextSignal(userId, conversationId, leaving.signal);
        const begun = await begin(leaveLine !== undefined);
        if (begun.kind === 'begun') {
          // A process that is leaving begins nothing that it would leave behind: another one answers.
          if (leaving.signal.aborted) await store.release(begun.turn, owner);
          else runs.run(begun.turn, begun.history);
        }
        if (begun.kind !== 'busy') return begun.turn;
        leaveLine ??= line.join(userId, begun.turn.conversationId);
        if (!leaveLine || leaving.signal.aborted || Date.now() > deadline) throw conversationBusy();
        await next;
      }
    } finally {
      leaveLine?.();
    }
  };

  const service: ChatService = {
    conversations,

    send: (request) =>
      untilBegun(request.userId, request.conversationId, (waited) =>
        beginTurn({ ...request, writtenBefore: waited }, beginning),
      ),

    decide: (request) =>
      untilBegun(request.userId, request.conversationId, () => beginDecided(request, beginning)),

    async *follow(turn, signal) {
      const ended = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
      yield* followTurn(store, hub, turn, ended);
    },

    async *stream(turn, signal) {
      const stored = runs.isRunning(turn)
        ? undefined
        : await conversations.message(turn.userId, turn.conversationId, turn.messageId);
      if (stored) yield* chunksOf(stored, turn);
      else yield* service.follow(turn, signal);
    },

    async answer(turn) {
      for (;;) {
        const own = await runs.answer(turn);
        if (own) return own;
        for await (const _chunk of service.follow(turn));
        const message = await conversations.message(turn.userId, turn.conversationId, turn.messageId);
        if (message) return message;
        const { status } = await store.read(turn, LARGEST_ID);
        if (status === undefined)
          throw new Problem(404, {
            kind: 'conversation-not-found',
            detail: 'The conversation was deleted meanwhile.',
          });
        if (leaving.signal.aborted) {
          throw new Problem(503, {
            kind: 'answer-pending',
            detail: 'The answer is still being written. Ask for the conversation again in a moment.',
            headers: { 'retry-after': '2' },
          });
        }
      }
    },

    running: (userId, conversationId) => store.running(userId, conversationId),

    async stop(userId, conversationId) {
      const turn = await store.running(userId, conversationId);
      if (!turn) return false;
      await store.requestStop(turn);
      return true;
    },

    async start() {
      await hub.start();
      hub.onSignal((turn, signal) => {
        if (signal === 'released') watchQuietly();
        if (signal === 'stop')
          void runs.checkStop(turn).catch((error: unknown) => logger.error({ err: error }, 'stop failed'));
      });
      await watch();
      const sweep = () =>
        void store.sweepChunks().catch((error: unknown) => logger.error({ err: error }, 'no sweep'));
      timers.push(setInterval(watchQuietly, WATCH_MILLISECONDS), setInterval(sweep, 15_000));
    },

    async drain(graceMilliseconds) {
      for (const timer of timers) clearInterval(timer);
      await runs.drain(graceMilliseconds, () => leaving.abort());
      await hub.stop().catch((error: unknown) => logger.error({ err: error }, 'still listening'));
    },
  };
  return service;
}

function conversationBusy(): Problem {
  return new Problem(409, {
    kind: 'conversation-busy',
    detail: 'The message before this one is still being answered. Send it again in a moment.',
    headers: { 'retry-after': '5' },
  });
}
