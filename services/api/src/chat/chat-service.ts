/**
 * The chat of one process: begins turns, runs them apart from any connection, takes over what other processes left,
 * and lets every reader follow every turn.
 *
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { UIMessage, UIMessageChunk } from 'ai';
import type { Database } from '../database/database.ts';
import type { EventService } from '../events/events.ts';
import { Problem } from '../http/problem.ts';
import { LARGEST_ID } from '../tasks/schema.ts';
import { type ConversationStore, createConversationStore, type History } from './conversation-store.ts';
import type { Fetch } from './mcp-tools.ts';
import { beginTurn, type TurnRequest } from './turns/begin-turn.ts';
import { finishTurn } from './turns/finish-turn.ts';
import { followTurn } from './turns/follow-turn.ts';
import { createLiveTurn, type LiveTurn } from './turns/live-turn.ts';
import { runTurn } from './turns/run-turn.ts';
import { chunksOf } from './turns/stored-stream.ts';
import { nameOf, type TurnKey, type TurnRow } from './turns/turn.ts';
import { createTurnHub } from './turns/turn-hub.ts';
import { createTurnStore, LEASE_SECONDS } from './turns/turn-store.ts';

const RENEW_MILLISECONDS = (LEASE_SECONDS * 1000) / 3;
const WATCH_MILLISECONDS = 2000;
/** A message waits this long for the answer before it in the same conversation. */
const WAIT_MILLISECONDS = 120_000;

export interface ChatServiceOptions {
  database: Database;
  events: EventService;
  model: LanguageModelV4;
  tokens: { issue(userId: string, options?: { seconds?: number }): Promise<string> };
  /** The app itself: the agent reaches the tools through its `/mcp`. */
  fetch: Fetch;
  logger: { error(details: Record<string, unknown>, message: string): void };
}

export interface ChatService {
  conversations: ConversationStore;
  /** Stores the message and has it answered, whatever becomes of the caller. */
  send(request: TurnRequest): Promise<TurnRow>;
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

interface Run {
  turn: TurnRow;
  controller: AbortController;
  reason?: 'stop' | 'leave';
  /** The answer, unless this process lost the turn. */
  done: Promise<UIMessage | undefined>;
}

/** The chat service of this process. `start` it once the database is ready. */
export function createChatService(options: ChatServiceOptions): ChatService {
  const { database, events, logger } = options;
  const owner = crypto.randomUUID();
  const store = createTurnStore(database);
  const conversations = createConversationStore(database, events);
  const hub = createTurnHub(database);
  const runs = new Map<string, Run>();
  const leaving = new AbortController();
  const timers: NodeJS.Timeout[] = [];

  const leave = (run: Run, reason: 'stop' | 'leave') => {
    run.reason ??= reason;
    run.controller.abort(new Error(reason));
  };

  /** Runs a turn that this process holds the lease of. */
  const run = (turn: TurnRow, history?: History): void => {
    const name = nameOf(turn);
    if (runs.has(name)) return;
    const entry: Run = { turn, controller: new AbortController(), done: Promise.resolve(undefined) };
    runs.set(name, entry);
    const live = createLiveTurn([]);
    // A reader that arrives now must find the live turn, not an empty table.
    if (history) hub.live.set(name, live);
    entry.done = carry(entry, history && { live, history })
      .catch((error: unknown) => {
        logger.error({ err: error, conversation_id: turn.conversationId }, 'turn failed');
        return undefined;
      })
      .finally(() => {
        runs.delete(name);
        hub.live.get(name)?.end();
        hub.live.delete(name);
      });
  };

  const carry = async (
    entry: Run,
    fresh: { live: LiveTurn; history: History } | undefined,
  ): Promise<UIMessage | undefined> => {
    const { turn, controller } = entry;
    const stored = fresh ? [] : (await store.read(turn, 0)).batches;
    const live = fresh?.live ?? createLiveTurn(stored.flatMap(({ chunks }) => chunks));
    hub.live.set(nameOf(turn), live);
    let renewedAt = Date.now();
    const renewal = setInterval(() => {
      store.renew(turn, owner).then(
        (held) => {
          renewedAt = Date.now();
          if (!held) leave(entry, 'leave');
          else if (held.stop) leave(entry, 'stop');
        },
        (error: unknown) => {
          logger.error({ err: error }, 'lease not renewed');
          // By now somebody else may have taken the turn over.
          if (Date.now() - renewedAt > LEASE_SECONDS * 1000) leave(entry, 'leave');
        },
      );
    }, RENEW_MILLISECONDS);
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
          model: options.model,
          history: async () => fresh?.history ?? conversations.history(turn.userId, turn.conversationId),
          fetch: options.fetch,
          tokenFor: (userId) => options.tokens.issue(userId, { seconds: 300 }),
          append: async (batch) => {
            const held = await store.append(turn, owner, batch);
            if (held?.stop) leave(entry, 'stop');
            return held !== undefined;
          },
          finish: (ending) => finishTurn(database, events, turn, owner, ending),
          onFailure: (error) =>
            logger.error({ err: error, conversation_id: turn.conversationId }, 'model failed'),
        },
      );
    } finally {
      clearInterval(renewal);
    }
  };

  const watch = async (): Promise<void> => {
    if (leaving.signal.aborted) return;
    for (const turn of await store.claimAbandoned(owner)) run(turn);
  };
  const watchQuietly = () =>
    void watch().catch((error: unknown) => logger.error({ err: error }, 'no watch over turns'));

  const checkStop = async (turn: TurnKey): Promise<void> => {
    const entry = runs.get(nameOf(turn));
    if (entry && (await store.renew(turn, owner))?.stop) leave(entry, 'stop');
  };

  const service: ChatService = {
    conversations,

    async send(request) {
      const deadline = Date.now() + WAIT_MILLISECONDS;
      for (;;) {
        const busyWith = request.conversationId;
        const next =
          busyWith === undefined ? undefined : hub.nextSignal(request.userId, busyWith, leaving.signal);
        const begun = await beginTurn(database, events, request, owner);
        if (begun.kind === 'begun') run(begun.turn, begun.history);
        if (begun.kind !== 'busy') return begun.turn;
        if (leaving.signal.aborted || Date.now() > deadline) {
          throw new Problem(409, {
            kind: 'conversation-busy',
            detail: 'The message before this one is still being answered. Send it again in a moment.',
            headers: { 'retry-after': '5' },
          });
        }
        await next;
      }
    },

    async *follow(turn, signal) {
      const ended = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
      yield* followTurn(store, hub, turn, ended);
    },

    async *stream(turn, signal) {
      const stored = runs.has(nameOf(turn))
        ? undefined
        : await conversations.message(turn.userId, turn.conversationId, turn.messageId);
      if (stored) yield* chunksOf(stored, turn);
      else yield* service.follow(turn, signal);
    },

    async answer(turn) {
      for (;;) {
        const own = await runs.get(nameOf(turn))?.done;
        if (own) return own;
        for await (const _chunk of service.follow(turn));
        const message = await conversations.message(turn.userId, turn.conversationId, turn.messageId);
        if (message) return message;
        const { status } = await store.read(turn, LARGEST_ID);
        if (status === undefined)
          throw new Problem(404, { detail: 'The conversation was deleted meanwhile.' });
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
          void checkStop(turn).catch((error: unknown) => logger.error({ err: error }, 'stop failed'));
      });
      await watch();
      const sweep = () =>
        void store.sweepChunks().catch((error: unknown) => logger.error({ err: error }, 'no sweep'));
      timers.push(setInterval(watchQuietly, WATCH_MILLISECONDS), setInterval(sweep, 15_000));
    },

    async drain(graceMilliseconds) {
      for (const timer of timers) clearInterval(timer);
      const waited = Promise.withResolvers<void>();
      const timer = setTimeout(waited.resolve, graceMilliseconds);
      await Promise.race([Promise.all([...runs.values()].map(({ done }) => done)), waited.promise]);
      clearTimeout(timer);
      leaving.abort();
      const left = [...runs.values()];
      for (const entry of left) leave(entry, 'leave');
      await Promise.allSettled(left.map(({ done }) => done));
      await Promise.allSettled(left.map(({ turn }) => store.release(turn, owner)));
      await hub.stop().catch((error: unknown) => logger.error({ err: error }, 'still listening'));
    },
  };
  return service;
}
