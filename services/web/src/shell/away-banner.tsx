'use client';

import { useTranslations } from 'use-intl';
import { useApiStatus } from '../api-client/api-status.ts';
import { useWaitingChanges } from '../tasks/changes/use-change-queue.ts';
import { useUser } from './user-context.tsx';

/** Says that the api or the network is away, for as long as it is, and what waits for it. */
export function AwayBanner() {
  const t = useTranslations('shell');
  const status = useApiStatus();
  const count = useWaitingChanges(useUser().id).length;
  return (
    <div role="status">
      {status === 'away' && (
        <p className="rise bg-apricot-soft px-4 py-2 text-center text-sm text-apricot">
          {t(navigator.onLine ? 'away' : 'offline')} {count > 0 && t('waiting', { count })}
        </p>
      )}
    </div>
  );
}
