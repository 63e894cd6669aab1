import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

const AT_FIRST = 50;
const MORE = 100;

/**
 * How many of a long list are drawn: a screenful and some, and more as its end comes near. `view` is what the list
 * shows; another one begins at its beginning.
 */
export function useGrowing(length: number, view: string) {
  const [drawn, setDrawn] = useState({ view, count: AT_FIRST });
  const count = drawn.view === view ? drawn.count : AT_FIRST;
  const grow = useCallback(
    () => startTransition(() => setDrawn({ view, count: count + MORE })),
    [view, count],
  );
  const end = useRef<HTMLButtonElement>(null);
  const hasMore = count < length;
  useEffect(() => {
    if (!hasMore || !end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && grow(),
      { root: end.current.closest('[data-scrolls]'), rootMargin: '800px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, grow]);
  return { count, hasMore, end, grow };
}
