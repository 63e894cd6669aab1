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
  const readers = new Set<() => void>();
  const wake = () => {
    for (const look of readers) look();
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
      // A promise for each wait, and none that lives as long as the turn: it would keep what hangs on it from each.
      let resume = () => {};
      const look = () => resume();
      readers.add(look);
      signal.addEventListener('abort', look, { once: true });
      try {
        for (let index = 0; !signal.aborted; ) {
          const chunk = chunks[index];
          if (chunk) {
            index += 1;
            yield chunk;
          } else if (ended) return;
          else {
            await new Promise<void>((resolve) => {
              resume = resolve;
            });
          }
        }
      } finally {
        readers.delete(look);
        signal.removeEventListener('abort', look);
      }
    },
  };
}
