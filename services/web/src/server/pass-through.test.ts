import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { passThrough } from './pass-through.ts';

let handle: (request: IncomingMessage, response: ServerResponse) => void;
let close: () => void;

beforeEach(async () => {
  const server = createServer((request, response) => {
    // As on every answer of the api.
    response.setHeader('X-Request-Id', 'r1');
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});

afterEach(() => {
  close();
  vi.unstubAllEnvs();
  Reflect.deleteProperty(globalThis, Symbol.for('todo-web.drain'));
});

const page = 'http://todo.example:3000';

test('method, path, query, headers and body arrive; status, headers and body come back', async () => {
  let seen: unknown;
  handle = async (request, response) => {
    seen = {
      line: `${request.method} ${request.url}`,
      body: await text(request),
      language: request.headers['accept-language'],
      host: request.headers['x-forwarded-host'],
      protocol: request.headers['x-forwarded-proto'],
    };
    response.writeHead(201, { Location: '/api/u/tasks/1', 'X-Own': 'yes' }).end('{"id":1}');
  };
  const answer = await passThrough(
    new Request(`${page}/api/u/tasks?q=a%20b&tag=x%2Fy`, {
      method: 'POST',
      body: '{"title":"Übung"}',
      headers: { 'accept-language': 'de', host: 'todo.example:3000' },
    }),
  );
  expect(seen).toEqual({
    line: 'POST /api/u/tasks?q=a%20b&tag=x%2Fy',
    body: '{"title":"Übung"}',
    language: 'de',
    host: 'todo.example:3000',
    protocol: 'http',
  });
  expect([
    answer.status,
    answer.headers.get('location'),
    answer.headers.get('x-own'),
    await answer.text(),
  ]).toEqual([201, '/api/u/tasks/1', 'yes', '{"id":1}']);
});

test('an answer is handed on piece by piece', async () => {
  let sendSecond = () => {};
  handle = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
    sendSecond = () => response.end('data: two\n\n');
  };
  const answer = await passThrough(new Request(`${page}/api/u/events`));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  // The second piece is only written once the first has come through: a buffer would wait for ever.
  expect((await reader?.read())?.value).toBe('data: one\n\n');
  sendSecond();
  expect((await reader?.read())?.value).toBe('data: two\n\n');
  expect((await reader?.read())?.done).toBe(true);
});

test('a body is handed on piece by piece', async () => {
  const first = Promise.withResolvers<string>();
  handle = async (request, response) => {
    request.once('data', (piece) => first.resolve(String(piece)));
    response.end(await text(request));
  };
  const upload = new TransformStream<string, string>();
  const writer = upload.writable.getWriter();
  const answer = passThrough(
    new Request(`${page}/api/import`, {
      method: 'PUT',
      body: upload.readable.pipeThrough(new TextEncoderStream()),
      duplex: 'half',
    } as RequestInit),
  );
  await writer.write('one ');
  expect(await first.promise).toBe('one ');
  await writer.write('two');
  await writer.close();
  expect((await answer).status).toBe(200);
});

test('a browser that leaves ends the request to the api', async () => {
  const left = Promise.withResolvers<void>();
  handle = (_, response) => {
    response.once('close', left.resolve);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
  };
  const browser = new AbortController();
  const answer = await passThrough(new Request(`${page}/api/u/events`, { signal: browser.signal }));
  const reader = answer.body?.getReader();
  await reader?.read();
  browser.abort();
  await left.promise;
  await expect(reader?.read()).rejects.toThrow();
});

test('several cookies stay several', async () => {
  handle = (_, response) => response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2; HttpOnly']).end();
  const answer = await passThrough(new Request(`${page}/api/auth/sign-in/email`));
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly']);
});

test('what is about one connection goes no further, either way', async () => {
  let seen: IncomingMessage['headers'] = {};
  handle = (request, response) => {
    seen = request.headers;
    response
      .writeHead(200, { Connection: 'close, X-Hop', 'X-Hop': '1', 'Proxy-Authenticate': 'Basic' })
      .end('ok');
  };
  const headers = new Headers({
    te: 'trailers',
    'x-secret-hop': '1',
    connection: 'x-secret-hop',
    'accept-encoding': 'br',
  });
  const answer = await passThrough(new Request(`${page}/api/x`, { headers }));
  expect(seen).not.toHaveProperty('te');
  expect(seen).not.toHaveProperty('x-secret-hop');
  expect(seen['accept-encoding']).toBe('identity');
  for (const name of ['connection', 'x-hop', 'proxy-authenticate', 'keep-alive', 'transfer-encoding']) {
    expect(answer.headers.has(name), name).toBe(false);
  }
});

test.each([
  [204, null],
  [304, null],
])('an answer %i has no body', async (status, body) => {
  handle = (_, response) => response.writeHead(status).end();
  const answer = await passThrough(new Request(`${page}/api/x`));
  expect([answer.status, answer.body]).toEqual([status, body]);
});

test('a redirect is the browser’s to follow', async () => {
  handle = (_, response) => response.writeHead(302, { Location: '/elsewhere' }).end();
  const answer = await passThrough(new Request(`${page}/docs`));
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere']);
});

test('an api that is not there is 503, with when to try again', async () => {
  close();
  const answer = await passThrough(new Request(`${page}/api/x`, { method: 'POST', body: '{}' }));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 503, title: 'The todo service is away' });
});

test('a 404 that is not the api’s own is 502: no task is gone', async () => {
  let asked = 0;
  handle = (_, response) => {
    asked += 1;
    response.removeHeader('X-Request-Id');
    response.writeHead(404).end();
  };
  const answer = await passThrough(new Request(`${page}/api/x`, { method: 'POST', body: '{}' }));
  expect([answer.status, answer.headers.get('content-type'), asked]).toEqual([
    502,
    'application/problem+json',
    1,
  ]);
});

test('after such an answer the api is looked for on a new connection, and streams go on', async () => {
  let sendSecond = () => {};
  let gateway: unknown;
  handle = (request, response) => {
    if (request.url === '/api/u/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
      sendSecond = () => response.end('data: two\n\n');
      return;
    }
    gateway ??= request.socket;
    if (request.socket !== gateway) return void response.end('here');
    response.removeHeader('X-Request-Id');
    response.writeHead(404).end();
  };
  const stream = (await passThrough(new Request(`${page}/api/u/events`))).body?.getReader();
  await stream?.read();
  const answer = await passThrough(new Request(`${page}/api/x`));
  expect([answer.status, await answer.text()]).toEqual([200, 'here']);
  sendSecond();
  expect(new TextDecoder().decode((await stream?.read())?.value)).toBe('data: two\n\n');
});

test('a write whose answer never came is 502 and is not sent twice', async () => {
  let asked = 0;
  handle = (request) => {
    asked += 1;
    request.socket.destroy();
  };
  const answer = await passThrough(new Request(`${page}/api/x`, { method: 'POST', body: '{}' }));
  expect([answer.status, asked]).toEqual([502, 1]);
});

test('a read whose connection broke is asked again', async () => {
  let asked = 0;
  handle = (request, response) => {
    asked += 1;
    if (asked === 1) request.socket.destroy();
    else response.end('here');
  };
  const answer = await passThrough(new Request(`${page}/api/x`));
  expect([answer.status, await answer.text(), asked]).toEqual([200, 'here', 2]);
});

test('open event streams end cleanly when this process hands its clients over', async () => {
  const handOver = new AbortController();
  Reflect.set(globalThis, Symbol.for('todo-web.drain'), { draining: true, handOver: handOver.signal });
  const left = Promise.withResolvers<void>();
  handle = (_, response) => {
    response.once('close', left.resolve);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
  };
  const answer = await passThrough(new Request(`${page}/api/u/events`));
  const reader = answer.body?.getReader();
  await reader?.read();
  handOver.abort();
  expect((await reader?.read())?.done).toBe(true);
  await left.promise;
});
