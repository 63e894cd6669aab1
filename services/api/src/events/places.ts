/** @module How many event streams each person has open on this process: each takes memory, and a browser needs one. */
import { Problem } from '../http/problem.ts';

/** By then a stream whose reader has left without a word may have been noticed. */
const RETRY_SECONDS = 10;

/** Takes a place of the person's; answers how to give it back. Throws a 429 Problem when there is none left. */
export type TakePlace = (userId: string) => () => void;

/** So many places for each person; with 0 there is always one. `onRefuse` hears of each that was not to be had. */
export function createPlaces(most: number, onRefuse: () => void): TakePlace {
  const taken = new Map<string, number>();
  return (userId) => {
    const own = taken.get(userId) ?? 0;
    if (most > 0 && own >= most) {
      onRefuse();
      throw tooMany(most);
    }
    taken.set(userId, own + 1);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const left = (taken.get(userId) ?? 1) - 1;
      if (left > 0) taken.set(userId, left);
      else taken.delete(userId);
    };
  };
}

function tooMany(most: number): Problem {
  const streams = most === 1 ? 'is 1 event stream' : `are ${most} event streams`;
  return new Problem(429, {
    kind: 'too-many-event-streams',
    detail: `There ${streams} of yours open here already: close one, or try again in ${RETRY_SECONDS} seconds.`,
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });
}
