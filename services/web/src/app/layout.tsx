import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { createTranslator } from 'use-intl/core';
import { defaultLocale, languages } from '../i18n/languages.ts';
import { Providers } from '../shell/providers.tsx';
import { themeCookie, themeOf } from '../shell/theme.ts';
import './globals.css';

const language = languages[defaultLocale];
const t = createTranslator({ locale: defaultLocale, messages: language.messages, namespace: 'app' });

export const metadata: Metadata = {
  title: t('name'),
  description: t('description'),
  applicationName: t('name'),
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // The keyboard of a phone makes the page smaller instead of covering the message box.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9f8f2' },
    { media: '(prefers-color-scheme: dark)', color: '#111a1b' },
  ],
};

/** The frame of every page: language, theme and providers. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // The theme comes with the request, so the first paint has it without an inline script.
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={defaultLocale} dir={language.direction} data-theme={theme}>
      <body>
        <Providers locale={defaultLocale} messages={language.messages} theme={theme}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
