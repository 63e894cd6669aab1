import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { modelFetch } from './model-fetch.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat`;
}

describe('a model that is asked over HTTP', () => {
  it('gets the words and headers, and answers with status, headers and words', async () => {
    const url = await serving(async (request, response) => {
      const { authorization, 'content-length': length } = request.headers;
      response.writeHead(429, { 'retry-after': '3', 'content-type': 'application/json' });
      response.end(JSON.stringify([request.method, request.url, authorization, length, await text(request)]));
    });
    const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
    const answer = await modelFetch(url, { method: 'POST', headers, body: '{"a":"ü"}' });
    expect([answer.status, answer.ok, answer.headers.get('retry-after')]).toEqual([429, false, '3']);
    expect(await answer.json()).toEqual(['POST', '/v1/chat', 'Bearer k', '10', '{"a":"ü"}']);
  });

  it('is heard piece by piece, and let go when nobody listens any more', async () => {
    const gone = Promise.withResolvers<void>();
    const url = await serving((request, response) => {
      request.resume();
      response.write('one');
      response.on('close', gone.resolve);
    });
    const reader = (await modelFetch(url, { method: 'POST', body: '{}' })).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one');
    await reader?.cancel();
    await gone.promise;
  });

  it('that breaks off in the middle fails', async () => {
    const url = await serving((request, response) => {
      request.resume();
      response.write('one', () => response.destroy());
    });
    const answer = await modelFetch(url, { method: 'POST', body: '{}' });
    await expect(answer.text()).rejects.toThrow();
  });

  it('that is not there fails as fetch does', async () => {
    const url = await serving(() => {});
    server?.close();
    await once(server as Server, 'close');
    await expect(modelFetch(url, { method: 'POST', body: '{}' })).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('is asked no longer than somebody waits', async () => {
    const url = await serving((_request, response) => void response);
    const controller = new AbortController();
    const answer = modelFetch(url, { method: 'POST', body: '{}', signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});
