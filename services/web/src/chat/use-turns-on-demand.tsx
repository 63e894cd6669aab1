import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { loadPart } from '../browser/load-part.ts';
import type { Approval } from './approval.ts';
import type { ChatMessage } from './chat-message.ts';
import { askForRunningTurn } from './running-turn.ts';
import type TurnRunner from './turn-runner.tsx';
import type { TurnOptions, Turns } from './use-turns.ts';

/** Why turns are to be run now. */
interface Need {
  /** The request for the stream of a turn that is running already. */
  running?: Promise<Response>;
  first?: (turns: Turns) => void;
}

type Runner = ComponentType<Parameters<typeof TurnRunner>[0]>;

const loadRunner = () => import('./turn-runner.tsx');

/**
 * The turns of a conversation. What runs them is larger than the rest of the page, so it comes with the first need:
 * something is said, decided or still being answered. `runner` is to be rendered; it shows nothing.
 */
export function useTurnsOnDemand(options: Omit<TurnOptions, 'running'>) {
  const { userId, conversation, messages: initial } = options;
  const [need, setNeed] = useState<Need>();
  const [loaded, setLoaded] = useState<Runner>();
  const [loadError, setLoadError] = useState<Error>();
  const [turns, setTurns] = useState<Turns>();
  // What was said first stays in view until the turns have taken it over.
  const [said, setSaid] = useState<{ message: ChatMessage; left: ChatMessage[] | undefined }>();
  const take = useCallback((next: Turns) => {
    setTurns(next);
    setSaid((before) => (next.messages.some(({ id }) => id === before?.message.id) ? undefined : before));
  }, []);

  useEffect(() => {
    if (conversation === undefined) return;
    const leaving = new AbortController();
    void askForRunningTurn(userId, conversation, leaving.signal).then(
      (running) => running && setNeed((before) => before ?? { running: running.answer }),
    );
    return () => leaving.abort();
  }, [userId, conversation]);

  useEffect(() => {
    if (!need) return;
    let wanted = true;
    setLoadError(undefined);
    loadPart(loadRunner).then(
      (module) => wanted && setLoaded(() => module.default),
      (error: Error) => wanted && setLoadError(error),
    );
    return () => {
      wanted = false;
    };
  }, [need]);

  const Runner = loaded;
  const runner: ReactNode = Runner && need && (
    <Runner {...options} running={need.running} first={need.first} onTurns={take} />
  );
  const idle: Turns = {
    messages: initial,
    busy: Boolean(need) && !loadError,
    status: said ? 'submitted' : 'ready',
    reconnecting: false,
    error: loadError,
    send: (text, id, place) => {
      setSaid({ message: { id, role: 'user', parts: [{ type: 'text', text }] }, left: place?.left });
      setNeed({ first: (begun) => begun.send(text, id, place) });
    },
    stop: async () => {},
    retry: () => setNeed((before) => ({ ...before })),
    decide: async (approval: Approval, approved: boolean) =>
      setNeed({ first: (begun) => void begun.decide(approval, approved) }),
    refresh: async () => setNeed({ first: (begun) => void begun.refresh() }),
  };
  const current = turns ?? idle;
  return {
    ...current,
    messages: said ? [...(said.left ?? current.messages), said.message] : current.messages,
    busy: current.busy || (Boolean(said) && !loadError),
    /** Loads what will be needed soon. */
    warm: () => void loadRunner().catch(() => {}),
    runner,
  };
}
