import { useCallback, useEffect, useRef, useState } from 'react';

const NEAR = 60;

/** Keeps the end of a growing list in view, but only while the reader is there. */
export function useStickToEnd() {
  const [view, setView] = useState<HTMLElement | null>(null);
  const stuck = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setAway(false);
    view?.scrollTo({ top: view.scrollHeight });
  }, [view]);

  useEffect(() => {
    if (!view) return;
    const follow = new ResizeObserver(() => {
      if (stuck.current) view.scrollTo({ top: view.scrollHeight });
    });
    follow.observe(view);
    for (const child of view.children) follow.observe(child);
    let before = view.scrollTop;
    const onScroll = () => {
      const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR;
      // Only the reader scrolls up; content that grows never does.
      if (atEnd) stuck.current = true;
      else if (view.scrollTop < before) stuck.current = false;
      before = view.scrollTop;
      setAway(!stuck.current);
    };
    // What somebody unfolds is read from its beginning, and what was pressed stays under the finger.
    const onClick = ({ target }: Event) => {
      if ((target as Element).closest('[aria-expanded=false]')) stuck.current = false;
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    view.addEventListener('click', onClick, true);
    return () => {
      follow.disconnect();
      view.removeEventListener('scroll', onScroll);
      view.removeEventListener('click', onClick, true);
    };
  }, [view]);

  return { view: setView, away, toEnd };
}
