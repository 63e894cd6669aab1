/** @module The service worker. The build fills in which build it is and what its files are. */
import { offlineShell } from './offline-shell.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const BUILD: string;
declare const ASSETS: readonly string[];

const scope = globalThis as unknown as WorkerScope;
const shell = offlineShell({
  build: BUILD,
  assets: ASSETS,
  caches: scope.caches,
  fetch: (input, init) => fetch(input, init),
  origin: scope.location.origin,
});

scope.addEventListener('install', (event) => event.waitUntil(shell.install()));

// A new version waits until no page of the old one is open, which may still load parts of its build from here.
scope.addEventListener('activate', (event) =>
  event.waitUntil(shell.clean().then(() => scope.clients.claim())),
);

scope.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request);
  if (answer) event.respondWith(answer);
});

scope.addEventListener('message', (event) => {
  const said = event.data as { is?: unknown; attributes?: unknown } | null;
  if (said?.is === 'look' && Array.isArray(said.attributes))
    event.waitUntil(shell.look(said.attributes.map(String)));
  if (said?.is === 'take-over') event.waitUntil(takeOver());
});

/** The page that asks is of this version: if it is the only one, nobody needs the old one. */
async function takeOver(): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await scope.skipWaiting();
}
