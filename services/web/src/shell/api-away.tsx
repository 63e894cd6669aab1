'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { onApiStatus, reportApi } from '../api-client/api-status.ts';
import { Button } from '../ui/button.tsx';

/** Shown instead of the app while the api cannot say who this is; opens the app by itself. */
export function ApiAway() {
  const t = useTranslations('shell');
  const router = useRouter();
  useEffect(() => {
    reportApi('away');
    return onApiStatus(() => router.refresh());
  }, [router]);
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 p-6">
      <h1 className="font-display text-2xl">{t('awayTitle')}</h1>
      <p role="status" className="text-ink-soft">
        {t('awayLead')}
      </p>
      <Button look="outline" onClick={() => router.refresh()}>
        {t('retry')}
      </Button>
    </main>
  );
}
