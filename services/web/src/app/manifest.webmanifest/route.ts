import type { MetadataRoute } from 'next';
import { createTranslator } from 'use-intl/core';
import { catalogues } from '../../i18n/catalogues.ts';
import { type Locale, languages, localeOf } from '../../i18n/languages.ts';

/** What a system needs to know to install the app. A browser asks for it without saying who wants it: the page's address of it names the language. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('language');
  return Response.json(manifest(localeOf(asked, null)), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  });
}

function manifest(locale: Locale): MetadataRoute.Manifest {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'app' });
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${name}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: '/',
    name: t('name'),
    short_name: t('shortName'),
    description: t('description'),
    lang: locale,
    dir: languages[locale].direction,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f9f8f2',
    theme_color: '#0f5f58',
    categories: ['productivity'],
    icons: [
      icon('icon', 192, 'any'),
      icon('icon', 512, 'any'),
      icon('maskable', 192, 'maskable'),
      icon('maskable', 512, 'maskable'),
    ],
    shortcuts: [
      { name: t('newTask'), url: '/?new-task', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    ],
  };
}
