import { type RefObject, useEffect, useRef } from 'react';

/** What was typed before the page's script was there, or when the page was left, is there from then on. */
export function useTypedBefore(
  userId: string,
  field: RefObject<HTMLInputElement | null>,
  line: string,
  onLine: (line: string) => void,
): void {
  const latest = useRef(line);
  latest.current = line;
  useEffect(() => {
    const name = `typed-task:${userId}`;
    const typed = field.current?.value || sessionStorage.getItem(name);
    if (typed && !latest.current) onLine(typed);
    sessionStorage.removeItem(name);
    const keep = () => {
      if (latest.current) sessionStorage.setItem(name, latest.current);
    };
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [userId, field, onLine]);
}
