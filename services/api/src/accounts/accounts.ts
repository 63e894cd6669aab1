/** @module Accounts as the rest of the service sees them: requests under /api/auth, and a session's user. */
import { isDatabaseAway } from '../database/errors.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemKind } from '../http/problem-kinds.ts';
import type { Auth } from './auth.ts';
import { renewSignatures } from './sessions/session-cookie.ts';
import type { Session, Sessions } from './sessions/sessions.ts';
import { watchDatabase } from './watched-adapter.ts';

export interface Accounts {
  /** Answers a request under /api/auth; errors are problem documents that keep better-auth's `code` and `message`. */
  handle(request: Request): Promise<Response>;
  /** The session of the cookie. */
  sessionOf(headers: Headers): Promise<Session | undefined>;
}

/** Wraps better-auth. */
export function createAccounts(auth: Auth, sessions: Sessions, cookieSecrets: readonly string[]): Accounts {
  return {
    async handle(request) {
      const headers = new Headers(request.headers);
      const cookie = headers.get('cookie');
      if (cookie) headers.set('cookie', renewSignatures(cookie, cookieSecrets));
      const { result: response, failure } = await watchDatabase(() =>
        auth.handler(new Request(request, { headers })),
      );
      // Some of its routes take no notice: signing out would succeed with the session still there.
      const isRefusal = response.status >= 400 && response.status < 500;
      if (failure !== undefined && (!isRefusal || isDatabaseAway(failure))) throw failure;
      if (response.status < 400) return response;
      if (!isRefusal) throw new Error(`better-auth answered ${response.status}`);
      return asProblem(response);
    },

    sessionOf: async (headers) => {
      const cookie = headers.get('cookie');
      return cookie ? sessions.find(cookie) : undefined;
    },
  };
}

/** Keeps what better-auth's clients read, and its cookies. */
async function asProblem(response: Response): Promise<Response> {
  const { status } = response;
  const body = await response.text();
  const { code, message } = parse(body);
  const problem = new Problem(status, {
    kind: kindOf(status, code),
    ...(message === undefined ? {} : { detail: message }),
    extensions: {
      ...(code === undefined ? {} : { code }),
      ...(message === undefined ? {} : { message }),
    },
    headers: status === 401 ? { 'www-authenticate': 'Bearer realm="todo"' } : {},
  });
  const answer = problem.toResponse();
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}

/** Its own codes stay in `code`: they are many, and change with its versions. */
function kindOf(status: number, code: string | undefined): ProblemKind {
  if (code === 'INVALID_EMAIL_OR_PASSWORD') return 'sign-in-failed';
  if (code?.startsWith('USER_ALREADY_EXISTS')) return 'account-exists';
  return status === 401 ? 'unauthorized' : 'account-refused';
}

function parse(body: string): { code?: string; message?: string } {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
