import { useRouter } from 'next/navigation';
import { request } from '../api-client/request.ts';
import { remember } from '../browser/stored-text.ts';
import { useVisitor } from '../shell/user-context.tsx';
import { type Locale, languageCookie } from './languages.ts';

/** How to choose another language: the page is asked for again in it, keeping what is open, and it is remembered. */
export function useChooseLanguage(): (locale: Locale) => void {
  const router = useRouter();
  const visitor = useVisitor();
  return (language) => {
    remember(languageCookie, language);
    router.refresh();
    if (!visitor) return;
    // For mails and for other devices. This one has it already, so a failure is no news here.
    request('patch', '/api/{user_id}/profile', {
      path: { user_id: visitor.id },
      body: { language },
    }).catch(() => {});
  };
}
