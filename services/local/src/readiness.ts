/** @module Waiting until an address answers 200. */
import { setTimeout as delay } from 'node:timers/promises';

const FIRST_PAUSE_MILLISECONDS = 20;
const LONGEST_PAUSE_MILLISECONDS = 400;
const ANSWER_MILLISECONDS = 15_000;

/**
 * Asks again and again, less and less often, until the address answers with success. Fails when `signal`
 * is aborted, with its reason.
 */
export async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * 1.4, LONGEST_PAUSE_MILLISECONDS)) {
    signal.throwIfAborted();
    const attempt = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MILLISECONDS)]);
    const ok = await fetch(url, { signal: attempt, redirect: 'follow' }).then(
      async (response) => {
        // Read to its end: a page counts when all of it is there.
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
    if (ok) return;
    await delay(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
