'use client';

import { useTranslations } from 'use-intl';

/** Where the messages of a conversation will be. */
export function MessageSkeleton() {
  const t = useTranslations('chat');
  return (
    <div role="status" aria-label={t('loading')} className="mx-auto mt-auto grid w-full max-w-3xl gap-4 p-6">
      <div className="skeleton h-11 w-2/5 justify-self-end" />
      <div className="skeleton h-16 w-3/5" />
    </div>
  );
}
