import { serviceWorkerPath } from './service-worker.ts';

/** What this file needs of the Trusted Types API, which not every browser has. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      createHTML(html: string): string;
      createScriptURL(url: string): string;
    },
  ): unknown;
}

/**
 * One character by its name (how Markdown learns what `&eacute;` stands for), an empty script (which React fills before
 * it puts it into the page), or nothing at all (which Next writes).
 */
const HARMLESS = /^(&#?[a-zA-Z0-9]+;|<script><\/script>)?$/;

/** Markup that the libraries of the page make; nothing that a person or a model wrote ever comes this way. */
export function trustHtml(html: string): string {
  if (HARMLESS.test(html)) return html;
  throw new TypeError('no HTML from text');
}

/** The parts of the page that are loaded when they are needed, and the service worker: files of its own build only. */
export function trustScriptUrl(url: string): string {
  const { origin, pathname } = new URL(url, window.location.href);
  const isOurs = pathname.startsWith('/_next/static/') || pathname === serviceWorkerPath;
  if (origin === window.location.origin && isOurs) return url;
  throw new TypeError('no script from there');
}

/**
 * The one policy that the Content-Security-Policy allows: `require-trusted-types-for 'script'` refuses every string
 * that is to become code or markup, and asks this about what remains. It has no way to make code from text.
 */
export function installTrustedTypes(): void {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');
  trustedTypes?.createPolicy('default', { createHTML: trustHtml, createScriptURL: trustScriptUrl });
}
