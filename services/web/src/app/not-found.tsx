import { createTranslator } from 'use-intl/core';
import { catalogues } from '../i18n/catalogues.ts';
import { readPreferences } from '../server/preferences.ts';
import { NoticeFrame } from '../shell/notice-frame.tsx';

/** An address that is nothing. */
export default async function NotFound() {
  const { locale } = await readPreferences();
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'shell' });
  const app = createTranslator({ locale, messages: catalogues[locale], namespace: 'app' });
  return (
    <NoticeFrame app={app('name')} title={t('notFoundTitle')}>
      <a
        className="inline-flex min-h-11 items-center rounded-lg text-pine-deep underline underline-offset-4"
        href="/"
      >
        {t('notFoundLink')}
      </a>
    </NoticeFrame>
  );
}
