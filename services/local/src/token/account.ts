/** @module One person's account over HTTP: signs in, manages access tokens, and signs out again. */
import { LaunchError } from '../launch-error.ts';

export interface AccessToken {
  id: number;
  name: string;
  scopes: string[];
  expires_at: string;
  last_used_at: string | null;
}

export interface Account {
  create(token: {
    name: string;
    scopes: string[];
    expires_in_days: number;
  }): Promise<AccessToken & { token: string }>;
  list(): Promise<AccessToken[]>;
  revoke(id: number): Promise<void>;
  signOut(): Promise<void>;
}

/** Signs in; throws a LaunchError with what a person can do about it. */
export async function signIn(address: URL, email: string, password: string): Promise<Account> {
  let cookie = '';
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(new URL(path, address), {
      method,
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new LaunchError(
        `Nothing answers at ${address.origin}. Start it with \`npm start\`, or name its address with --url.`,
      );
    });
    if (!response.ok) throw new LaunchError(await reasonOf(response, address));
    return response;
  };

  const session = await call('POST', '/api/auth/sign-in/email', { email, password });
  cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { user } = (await session.json()) as { user: { id: string } };
  const tokens = `/api/${encodeURIComponent(user.id)}/access-tokens`;
  return {
    create: async (token) =>
      (await (await call('POST', tokens, token)).json()) as AccessToken & { token: string },
    list: async () => (await (await call('GET', tokens)).json()) as AccessToken[],
    revoke: async (id) => void (await call('DELETE', `${tokens}/${id}`)),
    signOut: async () => void (await call('POST', '/api/auth/sign-out', {})),
  };
}

async function reasonOf(response: Response, address: URL): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { detail?: unknown };
  if (typeof problem.detail === 'string') return problem.detail;
  return `${address.origin} answered with ${response.status}: is the todo chat there?`;
}
