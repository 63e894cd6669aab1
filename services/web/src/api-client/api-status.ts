import { useSyncExternalStore } from 'react';

export type ApiStatus = 'here' | 'away';

let status: ApiStatus = 'here';
let probe: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const PROBE_MILLISECONDS = 2000;

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
  const answer = await fetch('/api/auth/get-session', { cache: 'no-store' }).catch(() => undefined);
  reportApi(answer && answer.status < 500 ? 'here' : 'away');
}

/** Calls back whenever the api goes away or comes back; returns how to end that. */
export function onApiStatus(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the api can be reached, as far as the last request knows. */
export function apiStatus(): ApiStatus {
  return status;
}

/** `apiStatus` that renders again when it changes. */
export function useApiStatus(): ApiStatus {
  return useSyncExternalStore(onApiStatus, apiStatus, () => 'here');
}
