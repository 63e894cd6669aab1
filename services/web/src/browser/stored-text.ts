// A browser may refuse to keep anything, or have no room left: then nothing is kept, and all else works.

/** What this device keeps under a name. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text on this device; an empty one is forgotten. */
export function writeStored(name: string, text: string): void {
  try {
    if (text) localStorage.setItem(name, text);
    else localStorage.removeItem(name);
  } catch {
    // See above.
  }
}

/** Forgets what others have left here: a device may be shared. */
export function forgetOthers(userId: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      const owner = /^(?:draft|outbox|change|tasks):([^:]+):/.exec(name)?.[1];
      if (owner !== undefined && owner !== userId) localStorage.removeItem(name);
    }
  } catch {
    // See above.
  }
}

/** Keeps a harmless choice for a year in a cookie, where the server sees it before the first paint. */
export function remember(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
