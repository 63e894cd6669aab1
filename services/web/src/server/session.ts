import { cookies, headers } from 'next/headers';
import { readSettings } from '../../settings.cjs';
import type { User } from '../api-client/types.ts';

export type Session = { state: 'signed-in'; user: User } | { state: 'signed-out' } | { state: 'away' };

const PATIENCE_MILLISECONDS = 4000;

/** Whose page this is, asked of the api with the browser's own cookie, so that the first paint is right. */
export async function readSession(): Promise<Session> {
  const cookie = (await cookies()).toString();
  if (!cookie.includes('session')) return { state: 'signed-out' };
  const { apiUrl } = readSettings(process.env);
  const received = await headers();
  try {
    const answer = await fetch(`${apiUrl}/api/auth/get-session`, {
      headers: { cookie, 'x-forwarded-for': received.get('x-forwarded-for') ?? '' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    if (answer.status >= 500) return { state: 'away' };
    if (!answer.ok) return { state: 'signed-out' };
    const session: { user?: User } | null = await answer.json();
    return session?.user ? { state: 'signed-in', user: userOf(session.user) } : { state: 'signed-out' };
  } catch {
    return { state: 'away' };
  }
}

/** Only what the page shows travels into it. */
function userOf({ id, name, email }: User): User {
  return { id, name, email };
}
