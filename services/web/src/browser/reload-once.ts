const NAME = 'reloaded-at';
const NOT_WITHIN_MILLISECONDS = 60_000;

/** Loads the page anew, unless that was done a moment ago and has not helped. Returns whether it does. */
export function reloadOnce(): boolean {
  const before = Number(sessionStorage.getItem(NAME) ?? 0);
  if (Date.now() - before < NOT_WITHIN_MILLISECONDS) return false;
  sessionStorage.setItem(NAME, String(Date.now()));
  window.location.reload();
  return true;
}
