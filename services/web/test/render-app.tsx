import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { vi } from 'vitest';
import { catalogues } from '../src/i18n/catalogues.ts';
import type { Locale } from '../src/i18n/languages.ts';
import { Providers } from '../src/shell/providers.tsx';
import { newQueryClient } from '../src/shell/query-client.ts';
import { UserProvider } from '../src/shell/user-context.tsx';
import { fakeApi } from './fake-api.ts';

/** The person whom the fake api knows. */
export const ada = { id: 'ada-1', name: 'Ada Lovelace', email: 'ada@example.com' };

/** Lets `fetch` reach a fake api in this process, and notes what was asked. */
export function withFakeApi() {
  const { app, store } = fakeApi();
  const requests: Request[] = [];
  const answers: { to: (path: string) => boolean; response: Response | Promise<Response> }[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(String(input), window.location.href), init);
    requests.push(request.clone() as Request);
    const { pathname } = new URL(request.url);
    const index = answers.findIndex(({ to }) => to(pathname));
    const [answer] = index === -1 ? [] : answers.splice(index, 1);
    return answer?.response ?? (await app.request(request));
  });
  return {
    store,
    requests,
    /** The next request, or the next one to such a path, is answered with this instead. */
    answerOnce: (response: Response | Promise<Response>, to: (path: string) => boolean = () => true) =>
      answers.push({ to, response }),
  };
}

/** Renders a part of the page as it stands in the whole, for Ada. */
export function renderForAda(element: ReactElement, locale: Locale = 'en') {
  return render(pageOfAda(element, locale));
}

/** The same as the server has drawn it, in which something is done before its script takes it over. */
export function takeOverForAda(element: ReactElement, before: (drawn: HTMLElement) => void) {
  const container = document.body.appendChild(document.createElement('div'));
  const page = pageOfAda(element, 'en');
  container.innerHTML = renderToString(page);
  before(container);
  return render(page, { container, hydrate: true });
}

function pageOfAda(element: ReactElement, locale: Locale) {
  const queries = newQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  return (
    <Providers locale={locale} messages={catalogues[locale]} theme="system">
      <QueryClientProvider client={queries}>
        <UserProvider value={ada}>{element}</UserProvider>
      </QueryClientProvider>
    </Providers>
  );
}
