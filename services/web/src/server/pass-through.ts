import { setTimeout as pause } from 'node:timers/promises';
import { context, propagation } from '@opentelemetry/api';
import { readSettings } from '../../settings.cjs';
import { drainState } from './drain-state.ts';
import { fetchApi } from './fetch-api.ts';

/** Headers that belong to one connection, not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const WITHOUT_BODY = new Set([204, 205, 304]);
const RETRY_AFTER_SECONDS = 2;

/** Hands a request to the api and its answer back, both as streams. */
export async function passThrough(request: Request): Promise<Response> {
  // Read at each request: one image serves every environment.
  const { apiUrl } = readSettings(process.env);
  const { pathname, search } = new URL(request.url);
  try {
    const answer = await ask(new URL(pathname + search, apiUrl), request);
    return new Response(bodyOf(answer, request), {
      status: answer.status,
      statusText: answer.statusText,
      headers: forwardable(answer.headers),
    });
  } catch (error) {
    // The browser has left: nobody reads this.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return apiAway(error);
  }
}

/** A read is asked twice, since an idle connection may have been closed just as it was used. */
async function ask(url: URL, request: Request): Promise<Response> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const options: RequestInit = {
    method: request.method,
    headers: upstreamHeaders(request),
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
    ...(reads ? {} : { body: request.body, duplex: 'half' }),
  };
  try {
    return await fetchApi(url, options);
  } catch (error) {
    if (!reads || request.signal.aborted) throw error;
    await pause(100);
    return fetchApi(url, options);
  }
}

function upstreamHeaders(request: Request): Headers {
  const headers = forwardable(request.headers);
  const { host, protocol } = new URL(request.url);
  headers.delete('host');
  // The body is streamed, so its length is not repeated; and fetch refuses `Expect`.
  headers.delete('content-length');
  headers.delete('expect');
  // What comes back is passed on as it is; compressing is between the browser and this server.
  headers.set('accept-encoding', 'identity');
  // The api goes on with this server's trace; where nothing is traced, with the caller's.
  propagation.inject(context.active(), headers, { set: (carrier, name, value) => carrier.set(name, value) });
  if (!headers.has('x-forwarded-host')) headers.set('x-forwarded-host', request.headers.get('host') ?? host);
  if (!headers.has('x-forwarded-proto')) headers.set('x-forwarded-proto', protocol.slice(0, -1));
  return headers;
}

function forwardable(source: Headers): Headers {
  const named = (source.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const headers = new Headers(source);
  for (const name of [...HOP_BY_HOP, ...named]) if (name) headers.delete(name);
  return headers;
}

function bodyOf(answer: Response, request: Request): ReadableStream<Uint8Array> | null {
  if (!answer.body || request.method === 'HEAD' || WITHOUT_BODY.has(answer.status)) return null;
  const isEventStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  return isEventStream ? endingAt(answer.body, drainState().handOver) : answer.body;
}

/** The same stream, ended cleanly when this process hands its clients over. */
function endingAt(body: ReadableStream<Uint8Array>, end: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const stop = () => {
        reader.cancel().catch(() => {});
        controller.close();
      };
      if (end.aborted) stop();
      else end.addEventListener('abort', stop, { once: true });
      reader.closed.catch(() => {}).finally(() => end.removeEventListener('abort', stop));
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (value) controller.enqueue(value);
      else if (done && !end.aborted) controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function apiAway(error: unknown): Response {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  // Refused or not found: nothing was asked. Anything else broke half-way, or was answered by somebody else.
  const status = /REFUSED|NOTFOUND|AGAIN|UNREACH|CONNECT_TIMEOUT/.test(code) ? 503 : 502;
  return Response.json(
    {
      type: 'about:blank',
      title: 'The todo service is away',
      status,
      detail: 'The todo service does not answer at the moment. Please try again shortly.',
    },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'retry-after': String(RETRY_AFTER_SECONDS),
      },
    },
  );
}
