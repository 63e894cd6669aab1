import { cookies, headers } from 'next/headers';
import { type Locale, languageCookie, localeOf } from '../i18n/languages.ts';
import { type Theme, themeCookie, themeOf } from '../shell/theme.ts';
import { readSession } from './session.ts';

/** The language that the person has chosen here; on a device that knows of none the account's. */
async function chosenLanguage(): Promise<unknown> {
  const here = (await cookies()).get(languageCookie)?.value;
  if (here !== undefined) return here;
  const session = await readSession();
  return session.state === 'signed-in' ? session.language : undefined;
}

/** What the browser asks for or was told: it comes with the request, so that the first paint is right without a script. */
export async function readPreferences(): Promise<{ locale: Locale; theme: Theme }> {
  const [jar, received] = await Promise.all([cookies(), headers()]);
  return {
    locale: localeOf(await chosenLanguage(), received.get('accept-language')),
    theme: themeOf(jar.get(themeCookie)?.value),
  };
}
