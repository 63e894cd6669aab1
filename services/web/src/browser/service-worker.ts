/** Where the service worker is (build/finish-standalone.ts). */
export const serviceWorkerPath = '/sw.js';

/** Lets the page open without a network; to be called when there is nothing more urgent. */
export async function keepOfflineShell(): Promise<void> {
  // Only on https or localhost; and the development server has no build to keep.
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return;
  try {
    const registration = await navigator.serviceWorker.register(serviceWorkerPath, {
      updateViaCache: 'none',
    });
    const { lang, dataset } = document.documentElement;
    const attributes = [`lang="${lang}"`, `data-theme="${dataset.theme}"`];
    registration.active?.postMessage({ is: 'look', attributes });
    // A page from the network is of the newest version: it needs nothing of the one before.
    if (navigator.onLine) registration.waiting?.postMessage({ is: 'take-over' });
  } catch {
    // The page works without it, while there is a network.
  }
}
