import { useCallback, useEffect, useRef } from 'react';
import { OWN_NEWS_MILLISECONDS } from './use-changed-elsewhere.ts';

/**
 * For a moment after a turn of this tab all news is taken for the turn's own (`useChangedElsewhere`). What it returns is
 * called at the end of a turn, and looks once, when that moment is over, for what was said or decided elsewhere
 * meanwhile.
 */
export function useLateLook(busy: boolean, look: () => Promise<void>): () => void {
  const latest = useRef({ busy, look });
  latest.current = { busy, look };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // The end of the turn that runs now is another time to look.
      if (!latest.current.busy) void latest.current.look();
    }, OWN_NEWS_MILLISECONDS);
  }, []);
}
