import { reportApi } from './api-status.ts';
import { Problem, problemOf } from './problem.ts';

/** The zone that words like "tomorrow" mean. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `fetch` with what every request to the api carries; notices when the api is away. */
export const apiFetch: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('Time-Zone', timeZone());
  try {
    const response = await fetch(input, { ...init, headers });
    reportApi(new Problem(response.status, '').isAway ? 'away' : 'here');
    return response;
  } catch (error) {
    if (!init?.signal?.aborted) reportApi('away');
    throw error;
  }
};

interface Options {
  method?: string;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Asks the api for JSON; throws a `Problem` when it says no or cannot be reached. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await answer(path, options);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Like `request`, for a list that comes in pages: follows `Link: …; rel="next"` to the end. */
export async function requestAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let next: string | undefined = path;
  while (next) {
    const response: Response = await answer(next, signal ? { signal } : {});
    items.push(...((await response.json()) as T[]));
    const link = /<([^>]+)>;\s*rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1];
    // The api may name itself by another host than the one the browser sees: only path and query count.
    const url: URL | undefined = link ? new URL(link, window.location.origin) : undefined;
    next = url && url.pathname + url.search;
  }
  return items;
}

async function answer(path: string, { method = 'GET', body, idempotencyKey, signal }: Options) {
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  let response: Response;
  try {
    response = await apiFetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, 'The connection was lost.');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}
