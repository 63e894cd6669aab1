/**
 * @module How models are asked over HTTP: Node's own client in the words of `fetch`. For an answer that is being
 * streamed `fetch` keeps 22 KB more each, with all that browsers may ask of a request, and a second copy of what was
 * sent.
 */
import { type ClientRequest, type IncomingMessage, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';

/** Only what the providers of models use: a body of text, headers, a signal. Redirects are answers like others. */
export async function modelFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const { body, method = 'GET', signal } = init;
  if (body !== undefined && body !== null && typeof body !== 'string') throw new TypeError('not a text');
  const headers = Object.fromEntries(new Headers(init.headers));
  const send = url.protocol === 'https:' ? requestSecurely : requestPlainly;
  const request = send(url, { method, headers, ...(signal && { signal }) });
  // With all of it at once its length is told.
  request.end(body ?? undefined);
  const answer = await answerTo(request, signal);
  const { statusCode: status = 502, statusMessage = '' } = answer;
  const told = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? bytesOf(answer) : null, { status, statusText: statusMessage, headers: told });
}

function answerTo(request: ClientRequest, signal: AbortSignal | null | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // Providers know by these words what may be tried again. Later errors are those of the body, which tells them itself.
    request.on('error', (cause) =>
      reject(signal?.aborted ? signal.reason : new TypeError('fetch failed', { cause })),
    );
  });
}

/** Read no faster than it is taken. */
function bytesOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = answer.iterator();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void answer.destroy(),
    },
    { highWaterMark: 0 },
  );
}
