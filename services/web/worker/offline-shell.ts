/** @module What is kept so that the page opens without a network: its code and an empty page, nothing of a person. */

const PREFIX = 'page-';
const SHELL = '/offline';
const AT_ONCE = 4;

interface Needs {
  /** Names the build: each keeps its own files. */
  build: string;
  /** Addresses of all files of the build, whose names change with what is in them. */
  assets: readonly string[];
  caches: CacheStorage;
  fetch: typeof fetch;
  origin: string;
}

export interface OfflineShell {
  install(): Promise<void>;
  /** Forgets what earlier builds kept. */
  clean(): Promise<void>;
  /** Fetches the shell again if it has another language or theme. */
  look(attributes: readonly string[]): Promise<void>;
  /** The answer to a request, if it is for this to answer. */
  answer(request: Request): Promise<Response> | undefined;
}

/** The shell of one build: its own files and an empty page, never an answer of the api. */
export function offlineShell({ build, assets, caches, fetch, origin }: Needs): OfflineShell {
  const name = PREFIX + build;
  const kept = () => caches.open(name);

  async function keep(address: string, cache?: RequestCache): Promise<void> {
    const response = await fetch(address, { credentials: 'same-origin', ...(cache ? { cache } : {}) });
    // In the middle of an update another replica may not have it: this is tried again with the next page.
    if (!response.ok || response.redirected) throw new TypeError(`${address} is not there yet`);
    await (await kept()).put(address, response);
  }

  /** Files of a build never change: those that are kept are as good as those that are fetched. */
  async function file(request: Request): Promise<Response> {
    const cache = await kept();
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
    const response = await fetch(request);
    if (response.ok && response.type === 'basic') await cache.put(request, response.clone());
    return response;
  }

  /** A page comes from the server whenever there is one. */
  async function page(request: Request): Promise<Response> {
    const shell = async () => (await kept()).match(SHELL);
    try {
      const response = await fetch(request);
      const isAway = response.status >= 502 && response.status <= 504;
      return (isAway && (await shell())) || response;
    } catch (error) {
      const found = await shell();
      if (found) return found;
      throw error;
    }
  }

  async function icon(request: Request): Promise<Response> {
    try {
      return await fetch(request);
    } catch (error) {
      const found = await (await kept()).match(request, { ignoreSearch: true });
      if (found) return found;
      throw error;
    }
  }

  return {
    async install() {
      await keep(SHELL, 'reload');
      const left = [...assets];
      const work = async () => {
        for (let address = left.pop(); address; address = left.pop()) await keep(address);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },

    async clean() {
      const names = await caches.keys();
      await Promise.all(
        names.filter((one) => one.startsWith(PREFIX) && one !== name).map((one) => caches.delete(one)),
      );
    },

    async look(attributes) {
      const shell = await (await (await kept()).match(SHELL))?.text();
      const frame = /<html[^>]*>/.exec(shell ?? '')?.[0];
      if (frame && !attributes.every((attribute) => frame.includes(attribute))) await keep(SHELL, 'reload');
    },

    answer(request) {
      const { origin: from, pathname } = new URL(request.url);
      if (request.method !== 'GET' || from !== origin) return undefined;
      if (pathname.startsWith('/_next/static/')) return file(request);
      if (pathname === '/icon.svg') return icon(request);
      const isPage = pathname === '/' || pathname === '/account' || pathname.startsWith('/account/');
      return isPage && request.mode === 'navigate' ? page(request) : undefined;
    },
  };
}
