import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from '../browser/when-idle.ts';

/** So many are there at once: more than any screen shows. */
const AT_ONCE = 30;
const MORE = 40;

/**
 * The first of many to be shown: the latest are there at once, the ones before follow piece by piece when the page has
 * nothing else to do, so that a long conversation opens as quickly as a short one and can still be searched as a whole.
 */
export function useShownFrom(count: number): number {
  const [from, setFrom] = useState(Math.max(0, count - AT_ONCE));
  useEffect(() => {
    if (from === 0) return;
    return whenIdle(() => startTransition(() => setFrom((before) => Math.max(0, before - MORE))));
  }, [from]);
  return Math.min(from, count);
}
