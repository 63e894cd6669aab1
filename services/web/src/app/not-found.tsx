import { createTranslator } from 'use-intl/core';
import { defaultLocale, languages } from '../i18n/languages.ts';

const t = createTranslator({
  locale: defaultLocale,
  messages: languages[defaultLocale].messages,
  namespace: 'shell',
});

/** An address that is nothing. */
export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 p-6">
      <h1 className="font-display text-2xl">{t('notFoundTitle')}</h1>
      <p>
        <a className="text-pine-deep underline underline-offset-4" href="/">
          {t('notFoundLink')}
        </a>
      </p>
    </main>
  );
}
