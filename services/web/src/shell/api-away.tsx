'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { apiStatus, onApiStatus, reportApi, watchNetwork } from '../api-client/api-status.ts';
import { Button } from '../ui/button.tsx';
import { NoticeFrame } from './notice-frame.tsx';

/** Longer than the server waits for the api. */
const PATIENCE_MILLISECONDS = 6000;

/** Shown instead of the app while the api cannot say who this is; opens the app by itself. */
export default function ApiAway() {
  const t = useTranslations('shell');
  const app = useTranslations('app');
  const router = useRouter();
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const stopWatching = watchNetwork();
    const stopListening = onApiStatus(() => {
      if (apiStatus() === 'away') return;
      router.refresh();
      // It may have gone again before it could say who this is: then this is still here.
      clearTimeout(again);
      again = setTimeout(reportApi, PATIENCE_MILLISECONDS, 'away');
    });
    reportApi('away');
    return () => {
      stopWatching();
      stopListening();
      clearTimeout(again);
    };
  }, [router]);
  return (
    <NoticeFrame app={app('name')} title={t('awayTitle')}>
      <p role="status" className="text-ink-soft">
        {t('awayLead')}
      </p>
      <Button look="outline" onClick={() => router.refresh()}>
        {t('retry')}
      </Button>
    </NoticeFrame>
  );
}
