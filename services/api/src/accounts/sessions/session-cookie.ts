/** @module The cookie that carries a session: signed as better-auth signs it, with the present secret or an older one. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';

const SIGNED_COOKIE = /^((?:__Secure-)?better-auth\.[\w.]+)=(.+)$/;

function signatureOf(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value).digest('base64');
}

/** A value as better-auth puts it into a cookie. */
export function signed(value: string, secret: string): string {
  return `${value}.${signatureOf(value, secret)}`;
}

export interface SignedValue {
  value: string;
  /** Signed with a secret that is on its way out. */
  isOld: boolean;
}

/** The value of a signed cookie; undefined when there is none, or its signature is none of ours. */
export function readSigned(
  header: string,
  name: string,
  secrets: readonly string[],
): SignedValue | undefined {
  const cookie = parse(header, name)[name];
  if (cookie === undefined) return undefined;
  const dot = cookie.lastIndexOf('.');
  const value = cookie.slice(0, dot);
  const index = secrets.findIndex((secret) => isSame(signatureOf(value, secret), cookie.slice(dot + 1)));
  return dot > 0 && index >= 0 ? { value, isOld: index > 0 } : undefined;
}

/** The Cookie header with every signature of an older secret replaced by one of the present secret. */
export function renewSignatures(header: string, [current, ...previous]: readonly string[]): string {
  if (current === undefined || previous.length === 0) return header;
  const renew = (cookie: string): string => {
    const [, name] = SIGNED_COOKIE.exec(cookie) ?? [];
    if (!name) return cookie;
    const old = readSigned(cookie, name, previous);
    return old ? `${name}=${encodeURIComponent(signed(old.value, current))}` : cookie;
  };
  return header.split(/;\s*/).map(renew).join('; ');
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
