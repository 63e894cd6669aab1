/** @module Which web pages may act with a person's cookie. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request with a cookie comes from the product's own page: its public address, the same
 * on a loopback name, or whatever address the person reached it under (a NodePort, a forwarded
 * port), which the browser itself vouches for: pages cannot set Origin, Host or Sec-Fetch-Site.
 */
export function isOwnOrigin(headers: Headers, publicUrl: URL): boolean {
  const origin = headers.get('origin');
  if (headers.get('sec-fetch-site') === 'same-origin') return true;
  if (origin === null) return headers.get('sec-fetch-site') !== 'cross-site';
  if (origin === publicUrl.origin) return true;
  const page = URL.parse(origin);
  if (!page) return false;
  if (LOOPBACK.has(page.hostname) && LOOPBACK.has(publicUrl.hostname) && page.port === publicUrl.port)
    return true;
  return [headers.get('host'), headers.get('x-forwarded-host')].includes(page.host);
}
