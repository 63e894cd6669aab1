'use client';

import { useRouter } from 'next/navigation';
import * as Tabs from 'radix-ui/tabs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthForm } from './auth-form.tsx';

export type AuthMode = 'sign-in' | 'sign-up';

/** Sign in and sign up, one tap apart; what was typed is kept in between. */
export function AuthCard({ initialMode }: { initialMode: AuthMode }) {
  const t = useTranslations('account');
  const router = useRouter();
  const [mode, setMode] = useState(initialMode);
  const tab =
    'min-h-11 flex-1 rounded-lg px-4 text-sm font-medium text-ink-soft data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-sm';
  return (
    <section
      aria-label={t('welcome')}
      className="mx-auto w-full max-w-md rounded-2xl border border-line bg-surface p-5 shadow-raised sm:p-7"
    >
      <Tabs.Root value={mode} onValueChange={(value) => setMode(value === 'sign-in' ? 'sign-in' : 'sign-up')}>
        <Tabs.List className="mb-6 flex gap-1 rounded-xl bg-sunken p-1">
          <Tabs.Trigger value="sign-up" className={tab}>
            {t('signUp')}
          </Tabs.Trigger>
          <Tabs.Trigger value="sign-in" className={tab}>
            {t('signIn')}
          </Tabs.Trigger>
        </Tabs.List>
        {/* One form for both, so that changing one's mind does not cost the email typed. */}
        <Tabs.Content value={mode} tabIndex={-1}>
          <AuthForm mode={mode} onSignedIn={() => router.refresh()} onOtherMode={setMode} />
        </Tabs.Content>
      </Tabs.Root>
    </section>
  );
}
