'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ThemeMenu } from '../shell/theme-menu.tsx';

/** The page of those who are not signed in. */
export function Landing({ children }: { children: ReactNode }) {
  const t = useTranslations();
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex items-center justify-between py-3">
        <Wordmark />
        <ThemeMenu />
      </header>
      <main className="grid flex-1 content-center items-center gap-10 pt-4 pb-16 wide:grid-cols-[1.15fr_1fr] wide:gap-20">
        <div className="max-wide:order-2">
          <h1 className="max-w-[14ch] font-display text-display font-medium tracking-tight text-balance">
            {t('landing.title')}
          </h1>
          <p className="mt-5 max-w-[46ch] text-lg text-ink-soft text-pretty">{t('landing.lead')}</p>
          <figure aria-hidden className="mt-9 grid max-w-md gap-2.5 text-sm">
            <p className="justify-self-end rounded-2xl rounded-ee-md bg-pine px-4 py-2.5 text-on-pine">
              {t('landing.example1')}
            </p>
            <p className="flex items-center gap-2 justify-self-start rounded-2xl rounded-es-md border border-line bg-surface px-4 py-2.5">
              <Check size={16} className="text-pine" />
              {t.rich('tools.add_task', { title: 'Pay bills', em: (text) => <strong>{text}</strong> })}
            </p>
            <p className="justify-self-end rounded-2xl rounded-ee-md bg-pine px-4 py-2.5 text-on-pine">
              {t('landing.example2')}
            </p>
          </figure>
        </div>
        <div className="max-wide:order-1">{children}</div>
      </main>
    </div>
  );
}

/** The name of the app with its sign. */
export function Wordmark() {
  const t = useTranslations('app');
  return (
    <span className="flex items-center gap-2.5 font-display text-lg font-semibold tracking-tight">
      {/* biome-ignore lint/performance/noImgElement: an icon of 400 bytes needs no optimiser */}
      <img src="/icon.svg" alt="" width={26} height={26} />
      {t('name')}
    </span>
  );
}
