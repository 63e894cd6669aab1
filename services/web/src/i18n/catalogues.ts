import compile from 'icu-minify/compile';
import type { AbstractIntlMessages } from 'use-intl';
import accountEnglish from '../../messages/account/en.json' with { type: 'json' };
import accountUrdu from '../../messages/account/ur.json' with { type: 'json' };
import english from '../../messages/en.json' with { type: 'json' };
import urdu from '../../messages/ur.json' with { type: 'json' };
import type { Locale } from './languages.ts';

/** Every text of the app, by language; compiled here on the server, so that no parser travels to the browser. */
export const catalogues: Record<Locale, AbstractIntlMessages> = {
  en: plain(compiled(english)),
  ur: plain(compiled(urdu)),
};

/** The texts of the account's pages: they travel with these alone. */
export const accountCatalogues: Record<Locale, AbstractIntlMessages> = {
  en: plain(compiled(accountEnglish)),
  ur: plain(compiled(accountUrdu)),
};

/** What crosses to the browser must be plain data; the compiler makes objects without a prototype. */
function plain(messages: AbstractIntlMessages): AbstractIntlMessages {
  return JSON.parse(JSON.stringify(messages));
}

function compiled(messages: object): AbstractIntlMessages {
  const entries = Object.entries(messages).map(([name, value]) => [
    name,
    typeof value === 'string' ? compile(value) : compiled(value),
  ]);
  return Object.fromEntries(entries);
}
