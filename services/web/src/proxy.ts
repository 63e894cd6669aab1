import { type NextRequest, NextResponse } from 'next/server';

/** Security headers of pages. Each answer has its own nonce, which Next gives to its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
  );
  if (isHttps()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

function isHttps(): boolean {
  return process.env.PUBLIC_URL?.startsWith('https:') ?? false;
}

function contentSecurityPolicy(nonce: string): string {
  // The development server evaluates code and puts styles into the page.
  const development = process.env.NODE_ENV === 'development';
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Components place menus by style attributes; they can neither load nor run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    // Text never becomes code: the one policy is in browser/trusted-types.ts. The development server needs more.
    ...(development ? [] : [`require-trusted-types-for 'script'`, 'trusted-types default']),
    `connect-src 'self'`,
    `manifest-src 'self'`,
    // The service worker, which keeps the page for when there is no network.
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(isHttps() ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

export const config = {
  // Pages only: what goes to the api is never touched here, and its bodies are never read.
  matcher:
    '/((?!api(?:/|$)|mcp(?:/|$)|docs(?:/|$)|openapi\\.json$|health(?:/|$)|_next/|icons/|(?:icon\\.svg|sw\\.js|manifest\\.webmanifest)$).*)',
};
