import { expect, test, vi } from 'vitest';
import { installTrustedTypes, trustHtml, trustScriptUrl } from './trusted-types.ts';

test.each(['&eacute;', '&#233;', '&CounterClockwiseContourIntegral;', '<script></script>', ''])(
  'the libraries may write %s',
  (html) => expect(trustHtml(html)).toBe(html),
);

test.each(['<b>x</b>', '<img src=x onerror=alert(1)>', '&eacute;<img src=x>', '<script>alert(1)</script>'])(
  'nothing may write %s',
  (html) => expect(() => trustHtml(html)).toThrow(TypeError),
);

test('scripts come from the build of this page alone', () => {
  expect(trustScriptUrl('/_next/static/chunks/a.js?dpl=1')).toBe('/_next/static/chunks/a.js?dpl=1');
  expect(trustScriptUrl('/sw.js')).toBe('/sw.js');
  for (const url of [
    'https://evil.example/_next/static/chunks/a.js',
    '//evil.example/_next/static/a.js',
    '/api/u/tasks',
    '/_next/static/../../api/u/export',
    'https://evil.example/sw.js',
    '/api/sw.js',
    'data:text/javascript,alert(1)',
  ])
    expect(() => trustScriptUrl(url), url).toThrow(TypeError);
});

test('there is one policy, which makes no code from text', () => {
  const createPolicy = vi.fn();
  vi.stubGlobal('trustedTypes', { createPolicy });
  installTrustedTypes();
  expect(createPolicy).toHaveBeenCalledExactlyOnceWith('default', {
    createHTML: trustHtml,
    createScriptURL: trustScriptUrl,
  });
  vi.unstubAllGlobals();
  expect(installTrustedTypes).not.toThrow();
});
