'use client';

import * as Direction from 'radix-ui/direction';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type AbstractIntlMessages, IntlProvider } from 'use-intl';
import { CommandCenter } from '../commands/command-center.tsx';
import { type Locale, languages } from '../i18n/languages.ts';
import { LazyToaster } from '../ui/lazy-toaster.tsx';
import { chooseTheme, type Theme } from './theme.ts';

const ThemeContext = createContext<[Theme, (theme: Theme) => void]>(['system', chooseTheme]);

/** The chosen theme and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return useContext(ThemeContext);
}

interface Props {
  locale: Locale;
  messages: AbstractIntlMessages;
  theme: Theme;
  children: ReactNode;
}

/** What every part of the page may use: text, theme and toasts. */
export function Providers({ locale, messages, theme: initialTheme, children }: Props) {
  const [theme, setTheme] = useState(initialTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <IntlProvider locale={locale} messages={messages as never} timeZone="UTC">
      <Direction.Provider dir={languages[locale].direction}>
        <ThemeContext value={[theme, choose]}>
          {children}
          <CommandCenter />
          <LazyToaster />
        </ThemeContext>
      </Direction.Provider>
    </IntlProvider>
  );
}
