/**
 * The token that the link of a mail carries behind its `#`, taken out of the address bar and of the history at once: who
 * looks over a shoulder, or goes back later, finds it no more.
 */
export function takeToken(): string | undefined {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (window.location.hash) {
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
  return token || undefined;
}
