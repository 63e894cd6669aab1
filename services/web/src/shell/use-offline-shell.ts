import { useEffect } from 'react';
import { watchNetwork } from '../api-client/api-status.ts';
import type { User } from '../api-client/types.ts';
import { keepOfflineShell } from '../browser/service-worker.ts';
import { whenIdle } from '../browser/when-idle.ts';
import { keepPerson } from './kept-person.ts';

/** Lets this page open again where there is no network, as the one of the same person. */
export function useOfflineShell({ id, name, email }: User): void {
  useEffect(watchNetwork, []);
  useEffect(() => keepPerson({ id, name, email }), [id, name, email]);
  useEffect(() => whenIdle(() => void keepOfflineShell()), []);
}
