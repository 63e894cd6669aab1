/** @module How long is waited for a model: for its first word, for each next one, and for all of its answer. */
import type { TurnLimits } from './limits.ts';

/** The model took more time than it had. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** The time that a model has. */
export interface Patience {
  /** Aborts when it has run out, and when the turn is aborted. */
  signal: AbortSignal;
  /** Waits so long for the next piece; without a time as long as the whole may take. */
  expect(milliseconds?: number): void;
  end(): void;
}

/** For all steps that a model takes in a turn. */
export function createPatience({ totalMilliseconds }: TurnLimits, turn: AbortSignal): Patience {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new TooSlow('the model took too long'));
  const leave = () => controller.abort(turn.reason);
  const total = setTimeout(giveUp, totalMilliseconds);
  let next: NodeJS.Timeout | undefined;
  let wait: number | undefined;
  if (turn.aborted) leave();
  turn.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    expect(milliseconds) {
      // A timer that is wound up again costs a tenth of a new one, and there is one for each word.
      if (milliseconds !== undefined && milliseconds === wait) {
        next?.refresh();
        return;
      }
      clearTimeout(next);
      wait = milliseconds;
      next = milliseconds === undefined ? undefined : setTimeout(giveUp, milliseconds);
    },
    end() {
      clearTimeout(total);
      clearTimeout(next);
      turn.removeEventListener('abort', leave);
    },
  };
}
