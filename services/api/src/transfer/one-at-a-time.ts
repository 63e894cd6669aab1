/** @module Work that needs much memory: one piece at a time in a process, few in a queue, the rest is sent away. */
import { Problem } from '../http/problem.ts';

const RETRY_SECONDS = 5;

/** A place in the queue, from before the work is known in full until it is done. */
export interface Place {
  /** Runs `work` when what others began before has ended. */
  run<T>(work: () => Promise<T>): Promise<T>;
  leave(): void;
}

export interface Queue {
  /** Throws 503 when `most` are waiting already, or when this person has a place: who is slow holds up themselves. */
  join(userId: string): Place;
}

/** A queue in which so many may wait. */
export function oneAtATime(most: number): Queue {
  let last: Promise<unknown> = Promise.resolve();
  const present = new Set<string>();
  return {
    join(userId) {
      if (present.has(userId)) throw busy('Another import of yours is under way.');
      if (present.size > most) throw busy('Other imports are under way.');
      present.add(userId);
      return {
        run(work) {
          const turn = last.then(work);
          last = turn.catch(() => {});
          return turn;
        },
        leave: () => void present.delete(userId),
      };
    },
  };
}

function busy(why: string): Problem {
  return new Problem(503, {
    kind: 'imports-busy',
    title: 'Busy with other imports',
    detail: `${why} Nothing was imported; try again.`,
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });
}
