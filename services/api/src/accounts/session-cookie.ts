/** @module Session cookies signed with the previous secret stay valid while a rotation rolls out. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNED_COOKIE = /^((?:__Secure-)?better-auth\.[\w.]+)=(.+)$/;

function signatureOf(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value).digest('base64');
}

/** The Cookie header with every signature of an older secret replaced by one of the present secret. */
export function renewSignatures(header: string, [current, ...previous]: readonly string[]): string {
  if (current === undefined || previous.length === 0) return header;
  const renew = (cookie: string): string => {
    const [, name, encoded = ''] = SIGNED_COOKIE.exec(cookie) ?? [];
    if (!name) return cookie;
    const signed = decodeURIComponent(encoded);
    const dot = signed.lastIndexOf('.');
    const value = signed.slice(0, dot);
    const signature = Buffer.from(signed.slice(dot + 1));
    const isOld = previous.some((secret) => {
      const expected = Buffer.from(signatureOf(value, secret));
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    });
    return isOld ? `${name}=${encodeURIComponent(`${value}.${signatureOf(value, current)}`)}` : cookie;
  };
  try {
    return header.split(/;\s*/).map(renew).join('; ');
  } catch {
    return header; // not URI-encoded: no cookie of ours
  }
}
