import type accountEnglish from '../../messages/account/en.json';
import type english from '../../messages/en.json';
import type { Locale } from './languages.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof english & typeof accountEnglish;
  }
}
