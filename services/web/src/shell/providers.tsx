'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type AbstractIntlMessages, IntlProvider } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import type { Locale } from '../i18n/languages.ts';
import { Toaster } from '../ui/toaster.tsx';
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

/** What every part of the page may use: text, theme, the query cache and toasts. */
export function Providers({ locale, messages, theme: initialTheme, children }: Props) {
  const [queries] = useState(newQueryClient);
  const [theme, setTheme] = useState(initialTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <IntlProvider locale={locale} messages={messages as never} timeZone="UTC">
      <QueryClientProvider client={queries}>
        <ThemeContext value={[theme, choose]}>
          {children}
          <Toaster />
        </ThemeContext>
      </QueryClientProvider>
    </IntlProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays a refusal; only what is away is asked again.
        retry: (failures, error) => failures < 3 && error instanceof Problem && error.isAway,
      },
    },
  });
}
