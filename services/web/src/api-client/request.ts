import { addressOf } from './address.ts';
import { patience, reportApi } from './api-status.ts';
import type { Answer, Input, Method, PathOf } from './contract.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { timeZone } from './time-zone.ts';

/** `fetch` with what every request to the api carries; notices when the api is away. */
export const apiFetch: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('Time-Zone', timeZone());
  try {
    const response = await fetch(input, { ...init, headers });
    reportApi(new Problem(response.status, '').isAway ? 'away' : 'here');
    return response;
  } catch (error) {
    if ((error as Error).name !== 'AbortError') reportApi('away');
    throw error;
  }
};

interface Sent {
  body?: unknown;
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Asks the api for JSON, as its description has it; throws a `Problem` when it says no or cannot be reached. */
export async function request<M extends Method, P extends PathOf<M>>(
  method: M,
  template: P,
  input: Input<M, P>,
): Promise<Answer<M, P>> {
  const response = await answer(method, addressOf(method, template, input), input);
  return (response.status === 204 ? undefined : await response.json()) as Answer<M, P>;
}

type ListPath = { [P in PathOf<'get'>]: Answer<'get', P> extends unknown[] ? P : never }[PathOf<'get'>];

/** Like `request`, for a list that comes in pages: follows `Link: …; rel="next"` to the end. */
export async function requestAll<P extends ListPath>(
  template: P,
  input: Input<'get', P>,
): Promise<Answer<'get', P>> {
  const items: unknown[] = [];
  let next: string | undefined = addressOf('get', template, input);
  while (next) {
    const response: Response = await answer('get', next, { signal: input.signal });
    items.push(...((await response.json()) as unknown[]));
    const link = /<([^>]+)>;\s*rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1];
    // The api may name itself by another host than the one the browser sees: only path and query count.
    const url: URL | undefined = link ? new URL(link, window.location.origin) : undefined;
    next = url && url.pathname + url.search;
  }
  return items as Answer<'get', P>;
}

async function answer(method: Method, address: string, { body, idempotencyKey, signal }: Sent) {
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  let response: Response;
  try {
    response = await apiFetch(address, {
      method: method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: patience(signal),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, 'The connection was lost.');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}
