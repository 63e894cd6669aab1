/** @module Accounts as the rest of the service sees them: requests under /api/auth, and a session's user. */
import { databaseAway } from '../http/errors.ts';
import { Problem } from '../http/problem.ts';
import type { Auth } from './auth.ts';
import { renewSignatures } from './session-cookie.ts';

export interface Accounts {
  /** Answers a request under /api/auth; errors are problem documents that keep better-auth's `code` and `message`. */
  handle(request: Request): Promise<Response>;
  /** The user of the session cookie. */
  userOf(headers: Headers): Promise<string | undefined>;
}

interface AccountOptions {
  auth: Auth;
  cookieSecrets: readonly string[];
  /** Whether the database answers: better-auth's own errors do not tell. */
  isDatabaseUp: () => Promise<boolean>;
}

/** Wraps better-auth. */
export function createAccounts({ auth, cookieSecrets, isDatabaseUp }: AccountOptions): Accounts {
  const withPresentCookie = (headers: Headers): Headers => {
    const cookie = headers.get('cookie');
    if (!cookie) return headers;
    const present = new Headers(headers);
    present.set('cookie', renewSignatures(cookie, cookieSecrets));
    return present;
  };

  return {
    async handle(request) {
      const headers = withPresentCookie(request.headers);
      const response = await auth.handler(new Request(request, { headers }));
      if (response.status < 400) return response;
      if (response.status !== 401 && response.status !== 429 && !(await isDatabaseUp())) throw databaseAway();
      return asProblem(response);
    },

    async userOf(headers) {
      try {
        const session = await auth.api.getSession({ headers: withPresentCookie(headers) });
        return session?.user.id;
      } catch (error) {
        if (await isDatabaseUp()) throw error;
        throw databaseAway(error);
      }
    },
  };
}

/** Keeps what better-auth's clients read, and its cookies. */
async function asProblem(response: Response): Promise<Response> {
  const { status } = response;
  const body = await response.text();
  const { code, message } = parse(body);
  const detail = status >= 500 ? undefined : message;
  const problem = new Problem(status, {
    ...(detail === undefined ? {} : { detail }),
    extensions: {
      ...(code === undefined ? {} : { code }),
      ...(detail === undefined ? {} : { message: detail }),
    },
    headers: status === 401 ? { 'www-authenticate': 'Bearer realm="todo"' } : {},
  });
  const answer = problem.toResponse();
  const retryAfter = response.headers.get('x-retry-after');
  if (retryAfter) answer.headers.set('retry-after', retryAfter);
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}

function parse(body: string): { code?: string; message?: string } {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
