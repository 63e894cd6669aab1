import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

it.each([
  ['no proxy', '203.0.113.9', undefined, '203.0.113.9'],
  ['a claim from outside', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a proxy on this machine', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['a proxy in the cluster', '10.244.1.7', '203.0.113.9', '203.0.113.9'],
  ['the same on a socket for both families', '::ffff:172.18.0.3', '203.0.113.9', '203.0.113.9'],
  ['a proxy with IPv6', 'fd00::7', '2001:db8::1', '2001:db8::1'],
  ['what the client claimed before the proxy wrote', '10.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['a proxy that names no address', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['an outside address that only looks near', '172.32.0.1', '203.0.113.9', '172.32.0.1'],
])('%s', (_, peer, forwardedFor, expected) => {
  expect(clientAddress(peer, forwardedFor)).toBe(expected);
});
