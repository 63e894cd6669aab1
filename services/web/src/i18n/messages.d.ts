import type english from '../../messages/en.json';
import type { Locale } from './languages.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof english;
  }
}
