/** @module How long a client went without the answer it wanted. */

/** The longest wait of all, and whose it was. */
export interface Pause {
  milliseconds: number;
  client: string;
}

/** One client's wait: from its first try to the first finished answer, failed tries included. */
export interface PauseClock {
  /** It wants an answer from now on; asking again while it waits changes nothing. */
  want(): void;
  /** It has a whole one. */
  finish(): void;
}

export interface Pauses {
  clock(client: string): PauseClock;
  /** The longest wait so far, those that still go on included. */
  longest(): Pause;
}

/** The waits of all clients. `now` gives milliseconds that never go back. */
export function createPauses(now: () => number = () => performance.now()): Pauses {
  const waiting = new Map<string, number>();
  let longest: Pause = { milliseconds: 0, client: '' };
  const longer = (client: string, since: number): Pause => {
    const milliseconds = now() - since;
    return milliseconds > longest.milliseconds ? { milliseconds, client } : longest;
  };
  return {
    clock: (client) => ({
      want() {
        if (!waiting.has(client)) waiting.set(client, now());
      },
      finish() {
        const since = waiting.get(client);
        if (since !== undefined) longest = longer(client, since);
        waiting.delete(client);
      },
    }),
    longest() {
      for (const [client, since] of waiting) longest = longer(client, since);
      return longest;
    },
  };
}
