import { remember } from '../../browser/stored-text.ts';
import { type Locale, languageCookie } from '../../i18n/languages.ts';

/** Makes this device speak the language of the account; null asks the browser again. */
export function rememberLanguage(language: Locale | null): void {
  if (language) remember(languageCookie, language);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  else document.cookie = `${languageCookie}=; Path=/; Max-Age=0`;
}
