/** @module Long work in slices: what else the process has to do comes in between. */
import { setImmediate as turn } from 'node:timers/promises';

const SLICE_MILLISECONDS = 8;

/** Lets others have their turn when this work has had the process for long enough; called between its steps. */
export type Pause = () => Promise<void>;

/** The pauses of one piece of work. */
export function createPauses(): Pause {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MILLISECONDS) return;
    await turn();
    began = performance.now();
  };
}
