interface Language {
  /** Its name in itself. */
  name: string;
  direction: 'ltr' | 'rtl';
}

/** Every language of the app. To add one: a line here, and its file in `messages/` (catalogues.ts). */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  ur: { name: 'اردو', direction: 'rtl' },
} satisfies Record<string, Language>;

export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

export const languageCookie = 'language';

const defaultLocale: Locale = 'en';

/** The language that was chosen; without a choice the first that the browser asks for and the app has. */
export function localeOf(chosen: unknown, acceptLanguage: string | null): Locale {
  const known = locales.find((locale) => locale === chosen);
  return known ?? firstAccepted(acceptLanguage ?? '') ?? defaultLocale;
}

/** Reads `Accept-Language` (RFC 9110, 12.5.4): `ur-PK,ur;q=0.9,en;q=0.8`. */
function firstAccepted(header: string): Locale | undefined {
  const asked = header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of asked) {
    const locale = locales.find((own) => own === language);
    if (locale) return locale;
  }
  return undefined;
}
