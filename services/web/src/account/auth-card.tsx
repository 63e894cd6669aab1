'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Segments } from '../ui/segments.tsx';
import { useStarted } from '../ui/use-started.ts';
import { AuthForm } from './auth-form.tsx';

export type AuthMode = 'sign-in' | 'sign-up';

/** Sign in and sign up, one tap apart; what was typed is kept in between. */
export function AuthCard({ initialMode }: { initialMode: AuthMode }) {
  const t = useTranslations('account');
  const router = useRouter();
  const [mode, setMode] = useState(initialMode);
  return (
    <section
      aria-label={t('welcome')}
      className="mx-auto w-full max-w-md rounded-2xl border border-line bg-surface p-5 shadow-raised sm:p-7"
    >
      <Segments
        label={t('mode')}
        segments={[
          { value: 'sign-up', words: t('signUp') },
          { value: 'sign-in', words: t('signIn') },
        ]}
        value={mode}
        onChange={setMode}
        disabled={!useStarted()}
        className="mb-6"
      />
      {/* One form for both, so that changing one's mind does not cost the email typed. */}
      <AuthForm mode={mode} onSignedIn={() => router.refresh()} onOtherMode={setMode} />
    </section>
  );
}
