import { expect, it } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const home = new URL('http://localhost:3000');

it.each([
  ['the public address', { origin: 'http://localhost:3000' }, true],
  ['the same on a loopback name', { origin: 'http://127.0.0.1:3000' }, true],
  ['the address that was typed', { origin: 'http://192.168.49.2:31234', host: '192.168.49.2:31234' }, true],
  ['the same behind the web service', { origin: 'http://todo:80', 'x-forwarded-host': 'todo' }, true],
  ['what the browser calls its own', { origin: 'http://a.example', 'sec-fetch-site': 'same-origin' }, true],
  ['no browser at all', {}, true],
  ['another site', { origin: 'https://evil.example', host: 'localhost:3000' }, false],
  ['another port of this machine', { origin: 'http://localhost:5000', host: 'localhost:3000' }, false],
  ['a sandboxed page', { origin: 'null', host: 'localhost:3000' }, false],
  ['a cross-site request without origin', { 'sec-fetch-site': 'cross-site' }, false],
])('%s', (_, headers, expected) => {
  expect(isOwnOrigin(new Headers(headers as Record<string, string>), home)).toBe(expected);
});
