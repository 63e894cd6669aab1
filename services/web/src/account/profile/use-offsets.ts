import { startTransition, useEffect, useState } from 'react';
import { offsetOf } from './zones.ts';

const none: ReadonlyMap<string, string | undefined> = new Map();
/** What a slice of the work may take, so that a key pressed meanwhile is answered at once. */
const SLICE_MILLISECONDS = 8;

/**
 * How far each zone is from UTC, known a while after the first paint: there are over 400, and to ask the browser for
 * all of them takes a phone a second.
 */
export function useOffsets(
  names: readonly string[],
  locale: string,
): ReadonlyMap<string, string | undefined> {
  const [offsets, setOffsets] = useState(none);
  useEffect(() => {
    if (names.length === 0) return;
    const found = new Map<string, string | undefined>();
    const slice = () => {
      const end = performance.now() + SLICE_MILLISECONDS;
      for (const name of names.slice(found.size)) {
        found.set(name, offsetOf(name, locale));
        if (performance.now() > end) break;
      }
      if (found.size === names.length) startTransition(() => setOffsets(found));
      else timer = setTimeout(slice);
    };
    let timer = setTimeout(slice);
    return () => clearTimeout(timer);
  }, [names, locale]);
  return offsets;
}
