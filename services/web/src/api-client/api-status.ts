import { useSyncExternalStore } from 'react';

export type ApiStatus = 'here' | 'away';

let status: ApiStatus = 'here';
let probe: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const PROBE_MILLISECONDS = 2000;
/** For how long an answer is waited for: after that the connection counts as lost, and what may be asked again is. */
const PATIENCE_MILLISECONDS = 30_000;

/** A signal that ends a request which takes too long, as well as what the caller gives up. */
export function patience(signal?: AbortSignal): AbortSignal {
  const tooLate = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  return signal ? AbortSignal.any([signal, tooLate]) : tooLate;
}

/** Tells what a request found out. While the api is away it is asked again and again until it is back. */
export function reportApi(found: ApiStatus): void {
  if (found === 'away' && !probe) probe = setTimeout(ask, PROBE_MILLISECONDS);
  if (found === 'here') {
    clearTimeout(probe);
    probe = undefined;
  }
  if (found === status) return;
  status = found;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  probe = undefined;
  const answer = await fetch('/api/auth/get-session', { cache: 'no-store', signal: patience() }).catch(
    () => undefined,
  );
  reportApi(answer && answer.status < 500 ? 'here' : 'away');
}

/** Calls back whenever the api goes away or comes back; returns how to end that. */
export function onApiStatus(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes notice of the network going and coming; returns how to end that. */
export function watchNetwork(): () => void {
  const onOffline = () => reportApi('away');
  const onOnline = () => {
    clearTimeout(probe);
    void ask();
  };
  if (!navigator.onLine) onOffline();
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', onOnline);
  return () => {
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', onOnline);
  };
}

/** Whether the api can be reached, as far as the last request knows. */
export function apiStatus(): ApiStatus {
  return status;
}

/** `apiStatus` that renders again when it changes. */
export function useApiStatus(): ApiStatus {
  return useSyncExternalStore(onApiStatus, apiStatus, () => 'here');
}
