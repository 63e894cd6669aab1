import { reloadOnce } from './reload-once.ts';

/**
 * Loads a part of the page. After an update of the app a part of the version before may be gone: then the page is
 * loaded anew, once, and what is being written is there again.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // Without a server there would be no page at all.
    const health = await fetch('/health', { cache: 'no-store' }).catch(() => undefined);
    if (!health?.ok || !reloadOnce()) throw error;
    return new Promise(() => {});
  }
}

/** Whether a part of the page is what could not be loaded. */
export function isPartMissing(error: Error): boolean {
  return (
    error.name === 'ChunkLoadError' ||
    /loading (css )?chunk|load chunk|dynamically imported/i.test(error.message)
  );
}
