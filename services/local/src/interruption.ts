/** @module Ctrl-C, SIGTERM and a closed terminal: the first asks for a clean stop, a later one forces it. */

/** npm passes Ctrl-C on although the terminal sends it as well: one press arrives twice within this time. */
const ONE_PRESS = 700;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** Aborted by the first signal. */
  asked: AbortSignal;
  /** Aborted by a second one: the person does not want to wait. */
  forced: AbortSignal;
  /** No more listening. */
  end(): void;
}

/** Listens for the signals that ask a process to end. */
export function listenForInterruption(
  source: NodeJS.EventEmitter = process,
  now: () => number = () => performance.now(),
): Interruption {
  const asked = new AbortController();
  const forced = new AbortController();
  let first = 0;
  const onSignal = () => {
    if (asked.signal.aborted) {
      if (now() - first > ONE_PRESS) forced.abort();
      return;
    }
    first = now();
    asked.abort();
  };
  for (const name of SIGNALS) source.on(name, onSignal);
  return {
    asked: asked.signal,
    forced: forced.signal,
    end: () => {
      for (const name of SIGNALS) source.off(name, onSignal);
    },
  };
}
