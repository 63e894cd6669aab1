import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { defaultLocale, languages } from '../src/i18n/languages.ts';
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
  const answers: ((request: Request) => Response | Promise<Response>)[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(String(input), window.location.href), init);
    requests.push(request.clone() as Request);
    return answers.shift()?.(request) ?? (await app.request(request));
  });
  return {
    store,
    requests,
    /** The next request is answered with this instead. */
    answerOnce: (response: Response | Promise<Response>) => answers.push(() => response),
  };
}

/** Renders a part of the page as it stands in the whole, for Ada. */
export function renderForAda(element: ReactElement) {
  const queries = newQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  return render(
    <Providers locale={defaultLocale} messages={languages[defaultLocale].messages} theme="system">
      <QueryClientProvider client={queries}>
        <UserProvider value={ada}>{element}</UserProvider>
      </QueryClientProvider>
    </Providers>,
  );
}
