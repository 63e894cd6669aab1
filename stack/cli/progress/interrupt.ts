/**
 * Ctrl-C while Pulumi works: it is asked to end in order, and this process lives on to say how things were left.
 *
 * @module
 */

/** Signals of this process, while something is under way that must end in order. */
export interface Interruption {
  /** Whether somebody asked to stop. */
  readonly asked: boolean;
  /** Asks Pulumi to stop, where the signal does not reach it by itself. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  release(): void;
}

/** What of `process` is needed. */
export interface SignalSource {
  on(name: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(name: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * Takes the signals over.
 *
 * @param terminal whether Ctrl-C is typed at a terminal, which gives it to Pulumi too: told twice, Pulumi would end at
 * once and leave things half done
 */
export function holdInterrupts(source: SignalSource, terminal: boolean, onAsked: () => void): Interruption {
  const controller = new AbortController();
  let asked = false;
  const ask = (forward: boolean) => () => {
    if (!asked) onAsked();
    asked = true;
    if (forward) controller.abort();
  };
  const onInterrupt = ask(!terminal);
  const onTerminate = ask(true);
  source.on('SIGINT', onInterrupt);
  source.on('SIGTERM', onTerminate);
  return {
    get asked() {
      return asked;
    },
    signal: controller.signal,
    release() {
      source.off('SIGINT', onInterrupt);
      source.off('SIGTERM', onTerminate);
    },
  };
}
