'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

/** What is shown when a part of the page fails. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('shell');
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 p-6">
      <h1 className="font-display text-2xl">{t('errorTitle')}</h1>
      <p className="text-ink-soft">{t('errorLead')}</p>
      <Button onClick={reset}>{t('tryAgain')}</Button>
    </main>
  );
}
