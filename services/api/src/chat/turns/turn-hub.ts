/**
 * @module Where a process hears about turns, its own and those of other processes, and where readers wait for them.
 */
import type { Database } from '../../database/database.ts';
import type { LiveTurn } from './live-turn.ts';
import { nameOf, type TurnKey } from './turn.ts';
import { TURN_CHANNEL, type TurnSignal } from './turn-store.ts';

/** Signals may be lost with a connection: whoever waits looks again after this long. */
const LOOK_AGAIN_MILLISECONDS = 1000;

type Listener = (turn: TurnKey, signal: TurnSignal) => void;

export interface TurnHub {
  /** Turns that this process runs. */
  live: Map<string, LiveTurn>;
  onSignal(listener: Listener): () => void;
  /** Resolves at the next signal of the conversation, after a while, or when `signal` aborts. */
  nextSignal(userId: string, conversationId: number, signal: AbortSignal): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The hub of this process. */
export function createTurnHub(database: Database): TurnHub {
  const listeners = new Set<Listener>();
  let unlisten: (() => Promise<void>) | undefined;

  const hear = (payload: string) => {
    const [userId, conversationId, turnId, signal] = JSON.parse(payload) as [
      string,
      number,
      number,
      TurnSignal,
    ];
    for (const listener of listeners) listener({ userId, conversationId, turnId }, signal);
  };

  const onSignal = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    live: new Map(),
    onSignal,
    nextSignal(userId, conversationId, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const forget = onSignal((turn) => {
        if (turn.userId === userId && turn.conversationId === conversationId) resolve();
      });
      const done = () => resolve();
      const timer = setTimeout(done, LOOK_AGAIN_MILLISECONDS);
      signal.addEventListener('abort', done, { once: true });
      if (signal.aborted) resolve();
      return promise.finally(() => {
        forget();
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
      });
    },
    async start() {
      unlisten = await database.listen(TURN_CHANNEL, hear);
    },
    async stop() {
      await unlisten?.();
      unlisten = undefined;
    },
  };
}

/** The live turn of this process, if it runs here. */
export function liveTurn(hub: TurnHub, turn: TurnKey): LiveTurn | undefined {
  return hub.live.get(nameOf(turn));
}
