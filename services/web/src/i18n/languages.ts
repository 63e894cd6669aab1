import type { AbstractIntlMessages } from 'use-intl';
import english from '../../messages/en.json' with { type: 'json' };

interface Language {
  /** Its name in itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  messages: AbstractIntlMessages;
}

/** Every language of the app. To add one: its file in `messages/`, and a line here. */
export const languages = {
  en: { name: 'English', direction: 'ltr', messages: english },
} satisfies Record<string, Language>;

export type Locale = keyof typeof languages;

export const defaultLocale: Locale = 'en';
