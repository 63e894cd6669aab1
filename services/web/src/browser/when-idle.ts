/** Calls back when the page has time; returns how to call that off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no notion of it.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}
