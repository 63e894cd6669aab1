interface DrainState {
  /** True from the first SIGTERM on. */
  draining: boolean;
  /** Aborted when open streams must end, so that their clients resume on another replica. */
  handOver: AbortSignal;
}

const serving: DrainState = { draining: false, handOver: new AbortController().signal };

/** What the preload (drain.cjs) knows; without the preload, as in development, the process never drains. */
export function drainState(): DrainState {
  return Reflect.get(globalThis, Symbol.for('todo-web.drain')) ?? serving;
}
