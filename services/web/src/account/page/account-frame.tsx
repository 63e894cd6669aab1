'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { type AbstractIntlMessages, useTranslations } from 'use-intl';
import { watchNetwork } from '../../api-client/api-status.ts';
import type { User } from '../../api-client/types.ts';
import { LanguageButton } from '../../i18n/language-button.tsx';
import { AwayBanner } from '../../shell/away-banner.tsx';
import { useLiveUpdates } from '../../shell/live-updates.ts';
import { newQueryClient } from '../../shell/query-client.ts';
import { ThemeButton } from '../../shell/theme-button.tsx';
import { UserProvider, useUser } from '../../shell/user-context.tsx';
import { Wordmark } from '../../shell/wordmark.tsx';
import { AccountButton } from '../account-button.tsx';
import { AccountTexts } from '../account-texts.tsx';
import { type Profile, profileKey } from '../profile/profile-query.ts';
import { SectionNav } from './section-nav.tsx';
import type { Section } from './sections.ts';

// Each part is its own download.
const parts = {
  profile: dynamic(() => import('../profile/profile-section.tsx')),
  password: dynamic(() => import('../password/password-section.tsx')),
  devices: dynamic(() => import('../sessions/devices-section.tsx')),
  programs: dynamic(() => import('../access-tokens/programs-section.tsx')),
  data: dynamic(() => import('../transfer/data-section.tsx')),
};

interface Props {
  user: User;
  /** What the account knows of the person, unless it could not be asked in time. */
  profile: Profile | undefined;
  section: Section;
  texts: AbstractIntlMessages;
  /** That of the whole product: packages, images and chart have it in common. */
  version: string;
}

/** The pages on which a person looks after the account. */
export function AccountFrame({ user, profile, section, texts, version }: Props) {
  const [queries] = useState(() => {
    const client = newQueryClient();
    if (profile) client.setQueryData(profileKey(user.id), profile);
    return client;
  });
  return (
    <AccountTexts texts={texts}>
      <QueryClientProvider client={queries}>
        <UserProvider value={user}>
          <Frame section={section} version={version} />
        </UserProvider>
      </QueryClientProvider>
    </AccountTexts>
  );
}

function Frame({ section, version }: Pick<Props, 'section' | 'version'>) {
  const t = useTranslations('accountPage');
  const Part = parts[section];
  useEffect(watchNetwork, []);
  // Also tells when this person is signed out elsewhere.
  useLiveUpdates(useUser().id);
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col">
      <AwayBanner />
      <header className="flex items-center justify-between gap-2 ps-4 pe-2 pt-[env(safe-area-inset-top)] wide:px-6 wide:pt-2">
        <Link href="/" prefetch={false} className="rounded-lg">
          <Wordmark />
        </Link>
        <div className="flex items-center">
          <LanguageButton />
          <ThemeButton />
          <AccountButton />
        </div>
      </header>
      <main className="flex-1 px-4 pb-12 wide:px-6">
        <Link
          href="/"
          prefetch={false}
          className="-ms-2 inline-flex min-h-11 items-center gap-2 rounded-lg px-2 text-sm text-ink-soft hover:text-ink"
        >
          <ArrowLeft size={17} aria-hidden className="rtl:-scale-x-100" />
          {t('back')}
        </Link>
        <h1 className="mb-4 font-display text-2xl font-semibold">{t('title')}</h1>
        <div className="flex flex-col gap-5 wide:flex-row wide:gap-8">
          <SectionNav current={section} />
          <div className="grid min-w-0 flex-1 content-start gap-5">
            <Part />
          </div>
        </div>
      </main>
      <footer className="px-4 pb-6 text-xs text-ink-soft wide:px-6">
        <bdi dir="ltr">todo-chatbot {version}</bdi>
      </footer>
    </div>
  );
}
