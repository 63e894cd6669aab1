import type { ReactElement } from 'react';
import { AccountTexts } from '../src/account/account-texts.tsx';
import { accountCatalogues } from '../src/i18n/catalogues.ts';
import type { Locale } from '../src/i18n/languages.ts';
import { renderForAda } from './render-app.tsx';

/** Renders a part of the account's pages, for Ada. */
export function renderAccount(element: ReactElement, locale: Locale = 'en') {
  return renderForAda(<AccountTexts texts={accountCatalogues[locale]}>{element}</AccountTexts>, locale);
}
