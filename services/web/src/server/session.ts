import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Answer } from '../api-client/contract.ts';
import type { User } from '../api-client/types.ts';
import { askApi } from './ask-api.ts';

export type Session =
  | { state: 'signed-in'; user: User; language: unknown }
  | { state: 'signed-out' }
  | { state: 'away' };

/** Whose page this is, asked of the api once a page with the browser's own cookie, so that the first paint is right. */
export const readSession = cache(async (): Promise<Session> => {
  const cookie = (await cookies()).toString();
  if (!cookie.includes('session')) return { state: 'signed-out' };
  try {
    const answer = await askApi('/api/auth/get-session');
    if (answer.status >= 500) return { state: 'away' };
    if (!answer.ok) return { state: 'signed-out' };
    const session: Answer<'get', '/api/auth/get-session'> = await answer.json();
    if (!session?.user) return { state: 'signed-out' };
    return { state: 'signed-in', user: userOf(session.user), language: session.user.language };
  } catch {
    return { state: 'away' };
  }
});

/** Only what the page shows travels into it. */
function userOf({ id, name, email }: User): User {
  return { id, name, email };
}
