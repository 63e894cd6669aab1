import { useTranslations } from 'use-intl';
import { request } from '../api-client/request.ts';
import { rememberZone } from '../api-client/time-zone.ts';
import { forgetPerson } from '../shell/kept-person.ts';
import { showToast } from '../ui/toast-store.ts';

/** How to sign out; what waits to be saved is dropped. */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations('account');
  return async () => {
    try {
      await request('post', '/api/auth/sign-out', {});
      rememberZone(null);
      forgetPerson({ changesToo: true });
      // A whole new page: nothing of this person stays in memory.
      window.location.assign('/');
    } catch {
      showToast({ text: t('signOutFailed'), tone: 'problem' });
    }
  };
}
