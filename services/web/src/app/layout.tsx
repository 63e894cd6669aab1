import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { createTranslator } from 'use-intl/core';
import { catalogues } from '../i18n/catalogues.ts';
import { languages } from '../i18n/languages.ts';
import { readPreferences } from '../server/preferences.ts';
import { Providers } from '../shell/providers.tsx';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPreferences();
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'app' });
  return {
    title: t('name'),
    description: t('description'),
    applicationName: t('name'),
    appleWebApp: { title: t('shortName'), statusBarStyle: 'default' },
    manifest: `/manifest.webmanifest?language=${locale}`,
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/icons/apple-icon.png' },
  };
}

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
  const { locale, theme } = await readPreferences();
  return (
    <html lang={locale} dir={languages[locale].direction} data-theme={theme}>
      <body>
        <Providers locale={locale} messages={catalogues[locale]} theme={theme}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
