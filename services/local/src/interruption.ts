/** @module Ctrl-C, SIGTERM, a closed terminal, an ended npm: the first asks for a clean stop, a later one forces it. */

/** npm passes Ctrl-C on although the terminal sends it as well: one press arrives twice within this time. */
const ONE_PRESS_MILLISECONDS = 700;

const PARENT_CHECK_MILLISECONDS = 300;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** Aborted by the first signal. */
  asked: AbortSignal;
  /** Aborted by a second one: the person does not want to wait. */
  forced: AbortSignal;
  /** No more listening. */
  end(): void;
}

/**
 * Calls back once the parent has ended. npm runs its scripts through a shell that passes no signal on: who
 * sends SIGTERM to npm ends npm and that shell, and without this would leave the product running.
 */
function watchParent(onEnd: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, PARENT_CHECK_MILLISECONDS);
  return timer.unref();
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
      if (now() - first > ONE_PRESS_MILLISECONDS) forced.abort();
      return;
    }
    first = now();
    asked.abort();
  };
  for (const name of SIGNALS) source.on(name, onSignal);
  const timer = watchParent(() => asked.abort());
  return {
    asked: asked.signal,
    forced: forced.signal,
    end: () => {
      for (const name of SIGNALS) source.off(name, onSignal);
      clearInterval(timer);
    },
  };
}
