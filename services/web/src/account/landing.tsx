'use client';

import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { LanguageButton } from '../i18n/language-button.tsx';
import { forgetPerson } from '../shell/kept-person.ts';
import { ThemeButton } from '../shell/theme-button.tsx';
import { Wordmark } from '../shell/wordmark.tsx';
import { AuthCard, type AuthMode } from './auth-card.tsx';

/** The page of those who are not signed in. */
export default function Landing({ initialMode }: { initialMode: AuthMode }) {
  const t = useTranslations();
  // However the session ended. What was not saved yet waits for the same person.
  useEffect(() => forgetPerson({ changesToo: false }), []);
  const said = 'justify-self-end rounded-2xl rounded-ee-md bg-bubble px-4 py-2.5 text-on-bubble';
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex items-center justify-between py-3">
        <Wordmark />
        <div className="flex items-center">
          <LanguageButton />
          <ThemeButton />
        </div>
      </header>
      {/* From the top, so that nothing moves while the rest of the page is still on its way. */}
      <main className="grid content-start items-start gap-x-20 gap-y-8 pt-2 pb-16 wide:grid-cols-[1.15fr_1fr] wide:grid-rows-[auto_1fr] wide:pt-[14vh]">
        <div>
          <h1 className="max-w-[14ch] font-display text-display font-medium tracking-tight text-balance">
            {t('landing.title')}
          </h1>
          <p className="mt-3 max-w-[46ch] text-ink-soft text-pretty wide:mt-5 wide:text-lg">
            {t('landing.lead')}
          </p>
        </div>
        <div className="wide:col-start-2 wide:row-span-2 wide:row-start-1">
          <AuthCard initialMode={initialMode} />
        </div>
        <figure aria-hidden className="grid w-full max-w-md gap-2.5 text-sm max-wide:mx-auto">
          <p className={said}>{t('landing.example1')}</p>
          <p className="flex items-center gap-2 justify-self-start rounded-2xl rounded-es-md border border-line bg-surface px-4 py-2.5">
            <Check size={16} className="text-pine" />
            <span>{t.rich('landing.answer1', { em: (text) => <strong>{text}</strong> })}</span>
          </p>
          <p className={said}>{t('landing.example2')}</p>
        </figure>
      </main>
    </div>
  );
}
