'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { isPartMissing, loadPart } from '../browser/load-part.ts';

/** What is shown when a part of the page fails. It comes with every page, so it brings nothing else along. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('shell');
  useEffect(() => {
    if (isPartMissing(error)) loadPart(() => Promise.reject(error)).catch(() => {});
  }, [error]);
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 p-6">
      <h1 className="font-display text-2xl">{t('errorTitle')}</h1>
      <p className="text-ink-soft">{t('errorLead')}</p>
      <button
        type="button"
        onClick={reset}
        className="min-h-11 rounded-lg bg-pine px-4 font-medium text-on-pine hover:bg-pine-deep"
      >
        {t('tryAgain')}
      </button>
    </main>
  );
}
