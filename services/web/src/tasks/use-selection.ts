import { startTransition, useCallback, useMemo, useRef, useState } from 'react';

/** As many as one request may change. */
const MOST_SELECTED = 500;

/** Which tasks are selected; nothing is while nobody selects. `order` is how they are shown, for ranges. */
export function useSelection(order: readonly number[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>();
  const shown = useRef(order);
  shown.current = order;
  const anchor = useRef<number | undefined>(undefined);

  // What concerns every row may take a moment longer than the answer to the key that asked for it.
  const begin = useCallback(() => startTransition(() => setChosen((before) => before ?? new Set())), []);
  const end = useCallback(() => startTransition(() => setChosen(undefined)), []);
  const all = useCallback(
    () =>
      startTransition(() => setChosen(new Set(shown.current.filter((id) => id > 0).slice(0, MOST_SELECTED)))),
    [],
  );
  const toggle = useCallback((id: number, isRange: boolean) => {
    const from = isRange && anchor.current !== undefined ? shown.current.indexOf(anchor.current) : -1;
    const to = shown.current.indexOf(id);
    anchor.current = id;
    setChosen((before = new Set()) => {
      const next = new Set(before);
      if (from === -1) next.has(id) ? next.delete(id) : next.add(id);
      else for (const one of shown.current.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
      return new Set([...next].filter((one) => one > 0).slice(0, MOST_SELECTED));
    });
  }, []);

  // What is not in view is not changed: a filter, or another tab, may have taken it away.
  const selected = useMemo(() => chosen && new Set(order.filter((id) => chosen.has(id))), [chosen, order]);
  return { selected, begin, end, all, toggle };
}
