import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { pinned, repositoryOf, withoutDigest } from './image-name.ts';
import { isPushed } from './registry.ts';

let server: Server | undefined;
afterEach(() => server?.close());

type Answer = { status: number; headers?: Record<string, string>; body?: string };

/** A registry that answers so; gives its address and what it was asked. */
async function registry(answer: (url: string, authorization: string, port: number) => Answer) {
  const asked: string[] = [];
  const listening = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { status, headers, body } = answer(request.url ?? '', request.headers.authorization ?? '', port());
    response.writeHead(status, headers).end(body);
  });
  const port = () => (listening.address() as AddressInfo).port;
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${port()}`, asked };
}
const login = { username: 'me', password: 'word' };
const basic = `Basic ${Buffer.from('me:word').toString('base64')}`;

describe('a registry', () => {
  test('is asked for the manifest of the tag, with the login', async () => {
    const { address, asked } = await registry((url, authorization) => ({
      status: authorization !== basic ? 401 : url.endsWith('/one') ? 200 : 404,
    }));
    expect(await isPushed(`${address}/team/todo-api:one`, login)).toBe(true);
    expect(await isPushed(`${address}/team/todo-api:two`, login)).toBe(false);
    expect(asked[0]).toBe('HEAD /v2/team/todo-api/manifests/one');
  });

  test('that wants a token gets one where it says', async () => {
    const { address, asked } = await registry((url, authorization, port) => {
      if (url.startsWith('/token')) {
        return authorization === basic ? { status: 200, body: '{"token":"t1"}' } : { status: 401 };
      }
      if (authorization === 'Bearer t1') return { status: 200 };
      const scope = 'repository:team/todo-api:pull';
      const challenge = `Bearer realm="http://127.0.0.1:${port}/token",service="registry",scope="${scope}"`;
      return { status: 401, headers: { 'www-authenticate': challenge } };
    });
    expect(await isPushed(`${address}/team/todo-api:one`, login)).toBe(true);
    expect(asked[1]).toBe('GET /token?service=registry&scope=repository%3Ateam%2Ftodo-api%3Apull');
  });

  test('that refuses, fails or is not there says nothing', async () => {
    const { address } = await registry((url) => ({ status: url.endsWith('/one') ? 403 : 500 }));
    expect(await isPushed(`${address}/team/todo-api:one`, undefined)).toBeUndefined();
    expect(await isPushed(`${address}/team/todo-api:two`, undefined)).toBeUndefined();
    expect(await isPushed('127.0.0.1:1/team/todo-api:one', undefined)).toBeUndefined();
  });
});

test('an image is taken apart, with a port and a digest', () => {
  const image = pinned('localhost:5000/team/todo-api:1a2b', 'sha256:ff');
  expect(image).toBe('localhost:5000/team/todo-api:1a2b@sha256:ff');
  expect(withoutDigest(image)).toBe('localhost:5000/team/todo-api:1a2b');
  expect(repositoryOf(image)).toBe('localhost:5000/team/todo-api');
  expect(repositoryOf('localhost:5000/team/todo-api')).toBe('localhost:5000/team/todo-api');
  expect(pinned('todo-api:1a2b', undefined)).toBe('todo-api:1a2b');
});
