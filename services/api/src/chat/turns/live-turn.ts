/** @module The chunks of a turn that this process runs, for the readers that are connected to it. */
import type { UIMessageChunk } from 'ai';

export interface LiveTurn {
  push(chunk: UIMessageChunk): void;
  /** No more chunks will come from this process, whether or not the turn is over. */
  end(): void;
  /** Every chunk from the first on, then each new one until the end. */
  read(signal: AbortSignal): AsyncGenerator<UIMessageChunk>;
}

/** A live turn that begins with what is already stored of it. */
export function createLiveTurn(stored: readonly UIMessageChunk[]): LiveTurn {
  const chunks = [...stored];
  let ended = false;
  let changed = Promise.withResolvers<void>();
  const wake = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  return {
    push(chunk) {
      chunks.push(chunk);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *read(signal) {
      const aborted = Promise.withResolvers<void>();
      const abort = () => aborted.resolve();
      signal.addEventListener('abort', abort, { once: true });
      try {
        for (let index = 0; !signal.aborted; ) {
          const chunk = chunks[index];
          if (chunk) {
            index += 1;
            yield chunk;
          } else if (ended) return;
          else await Promise.race([changed.promise, aborted.promise]);
        }
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
  };
}
