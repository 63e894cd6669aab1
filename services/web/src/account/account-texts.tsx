'use client';

import type { ReactNode } from 'react';
import { type AbstractIntlMessages, IntlProvider, useLocale, useMessages } from 'use-intl';

/** The texts of these pages beside those that every page has. */
export function AccountTexts({ texts, children }: { texts: AbstractIntlMessages; children: ReactNode }) {
  const everywhere = useMessages();
  return (
    <IntlProvider locale={useLocale()} messages={{ ...everywhere, ...texts } as never}>
      {children}
    </IntlProvider>
  );
}
