/** @module Where a request comes from, for the limits on signing in. */
import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Where the web service and proxies stand; others reach this service directly and may claim anything. */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8, 'ipv4');
near.addSubnet('10.0.0.0', 8, 'ipv4');
near.addSubnet('172.16.0.0', 12, 'ipv4');
near.addSubnet('192.168.0.0', 16, 'ipv4');
near.addSubnet('100.64.0.0', 10, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/**
 * The connection's own end, or the address that a proxy nearby names for it: the last one of
 * X-Forwarded-For, since only that one is written by the proxy itself.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined): string {
  const named = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  const isNear = isIP(peer) !== 0 && near.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4');
  return isNear && isIP(named) !== 0 ? named : peer;
}

/** The address of a request. */
export function addressOf(context: Context): string {
  return clientAddress(peerOf(context), context.req.header('x-forwarded-for'));
}

/** The connection's other end. */
function peerOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '127.0.0.1';
  } catch {
    return '127.0.0.1'; // called within the process
  }
}
