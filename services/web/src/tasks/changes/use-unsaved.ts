import { useMemo } from 'react';
import { useApiStatus } from '../../api-client/api-status.ts';
import { useWaitingChanges } from './use-change-queue.ts';

const none: ReadonlySet<number> = new Set();

/** The tasks that were changed while the api is away: what is shown of them is on this device only. */
export function useUnsaved(userId: string): ReadonlySet<number> {
  const changes = useWaitingChanges(userId);
  const isAway = useApiStatus() === 'away';
  return useMemo(() => {
    if (!isAway || changes.length === 0) return none;
    return new Set(
      changes.flatMap((change) => {
        if (change.kind === 'add') return change.draft;
        return change.kind === 'bulk' ? change.ids : change.id;
      }),
    );
  }, [changes, isAway]);
}
