'use client';

import { useTranslations } from 'use-intl';
import { useApiStatus } from '../api-client/api-status.ts';

/** Says that the api is away, for as long as it is. */
export function AwayBanner() {
  const t = useTranslations('shell');
  const status = useApiStatus();
  return (
    <div role="status">
      {status === 'away' && (
        <p className="rise bg-apricot-soft px-4 py-2 text-center text-sm text-apricot">{t('away')}</p>
      )}
    </div>
  );
}
