'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { NoticeFrame } from './notice-frame.tsx';

/** Where there is no network and nobody was signed in: opens the app by itself when there is. */
export function OfflineNotice() {
  const t = useTranslations('shell');
  const app = useTranslations('app');
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return (
    <NoticeFrame app={app('name')} title={t('offlineTitle')}>
      <p role="status" className="text-ink-soft">
        {t('offlineLead')}
      </p>
      <Button look="outline" onClick={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </NoticeFrame>
  );
}
