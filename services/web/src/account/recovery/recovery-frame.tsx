'use client';

import type { ReactNode } from 'react';
import { type AbstractIntlMessages, useTranslations } from 'use-intl';
import { LanguageButton } from '../../i18n/language-button.tsx';
import { ThemeButton } from '../../shell/theme-button.tsx';
import { Wordmark } from '../../shell/wordmark.tsx';
import { AccountTexts } from '../account-texts.tsx';

interface Props {
  texts: AbstractIntlMessages;
  children: ReactNode;
}

/** The page around the forms of who forgot the password. */
export function RecoveryFrame({ texts, children }: Props) {
  return (
    <AccountTexts texts={texts}>
      <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
        <header className="flex items-center justify-between py-3">
          <a href="/" className="rounded-lg">
            <Wordmark />
          </a>
          <div className="flex items-center">
            <LanguageButton />
            <ThemeButton />
          </div>
        </header>
        <main className="grid flex-1 content-start justify-items-center pt-[6dvh] pb-16">
          <div className="grid w-full max-w-md gap-4 rounded-2xl border border-line bg-surface p-5 shadow-raised sm:p-7">
            {children}
            <BackToSignIn />
          </div>
        </main>
      </div>
    </AccountTexts>
  );
}

function BackToSignIn() {
  const t = useTranslations('recovery');
  return (
    <a
      href="/"
      className="inline-flex min-h-11 items-center justify-self-center rounded-lg px-3 text-sm text-pine-deep underline underline-offset-4"
    >
      {t('backToSignIn')}
    </a>
  );
}
