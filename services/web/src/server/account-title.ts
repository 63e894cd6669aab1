import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import type { Section } from '../account/page/sections.ts';
import { accountCatalogues, catalogues } from '../i18n/catalogues.ts';
import { readPreferences } from './preferences.ts';

/** What the tab of a page of the account says: the page, by its text in that part of the texts, and the product's name. */
export async function accountTitle(
  ...[part, page]: ['accountPage', Section] | ['recovery', 'forgotTitle' | 'resetTitle']
): Promise<Metadata> {
  const { locale } = await readPreferences();
  const app = createTranslator({ locale, messages: catalogues[locale], namespace: 'app' });
  const t = createTranslator({ locale, messages: accountCatalogues[locale], namespace: part });
  return { title: `${t(page)} · ${app('name')}` };
}
