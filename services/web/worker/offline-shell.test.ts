import { expect, test } from 'vitest';
import { offlineShell } from './offline-shell.ts';

const origin = 'https://todo.example';

/** Caches in memory, and a network that can be cut. */
function world(build = 'one', stores = new Map<string, Map<string, Response>>()) {
  const pathOf = (request: RequestInfo | URL) =>
    new URL(String(request instanceof Request ? request.url : request), origin).pathname;
  const caches = {
    async open(name: string) {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        match: async (request: RequestInfo) => store.get(pathOf(request))?.clone(),
        put: async (request: RequestInfo, response: Response) => void store.set(pathOf(request), response),
      };
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  } as unknown as CacheStorage;
  const network = { isCut: false, asked: [] as string[], status: 200, page: '<html lang="en">' };
  const shell = offlineShell({
    build,
    assets: ['/_next/static/a.js', '/_next/static/b.css', '/icon.svg'],
    caches,
    origin,
    async fetch(input) {
      const path = pathOf(input);
      network.asked.push(path);
      if (network.isCut) throw new TypeError('no network');
      const response = new Response(`${network.page} of ${path}`, { status: network.status });
      Object.defineProperty(response, 'type', { value: 'basic' });
      return response;
    },
  });
  const get = (path: string, mode = 'cors') => {
    const request = new Request(origin + path);
    Object.defineProperty(request, 'mode', { value: mode });
    return shell.answer(request);
  };
  return { shell, network, stores, get };
}

test('without a network a page opens with all its files', async () => {
  const { shell, network, get } = world();
  await shell.install();
  network.isCut = true;
  expect(await (await get('/?c=3', 'navigate'))?.text()).toContain('of /offline');
  expect(await (await get('/_next/static/a.js?dpl=1'))?.text()).toContain('of /_next/static/a.js');
  expect((await get('/icon.svg'))?.ok).toBe(true);
});

test('with a network a page comes from there, and the shell where the server behind it is away', async () => {
  const { shell, network, get } = world();
  await shell.install();
  expect(await (await get('/', 'navigate'))?.text()).toContain('of /');
  network.status = 503;
  expect(await (await get('/', 'navigate'))?.text()).toContain('of /offline');
  network.status = 404;
  expect((await get('/account/nowhere', 'navigate'))?.status).toBe(404);
});

test('what the api says is never kept, nor asked for in its place', async () => {
  const { shell, get, stores } = world();
  await shell.install();
  for (const path of ['/api/ada/tasks', '/api/auth/get-session', '/docs', '/mcp', '/'])
    expect(get(path)).toBeUndefined();
  expect(get('/api/ada/conversations/1/export', 'navigate')).toBeUndefined();
  expect([...(stores.get('page-one')?.keys() ?? [])].sort()).toEqual([
    '/_next/static/a.js',
    '/_next/static/b.css',
    '/icon.svg',
    '/offline',
  ]);
});

test('a part that came later is kept, an error is not', async () => {
  const { network, get } = world();
  expect((await get('/_next/static/late.js'))?.ok).toBe(true);
  network.status = 404;
  expect((await get('/_next/static/gone.js'))?.status).toBe(404);
  network.isCut = true;
  expect((await get('/_next/static/late.js'))?.ok).toBe(true);
  await expect(get('/_next/static/gone.js')).rejects.toThrow('no network');
});

test('a version that cannot have all its files is not installed', async () => {
  const { shell, network } = world();
  network.status = 404;
  await expect(shell.install()).rejects.toThrow('/offline is not there yet');
});

test('a new version forgets what the old one kept, and nothing else', async () => {
  const { shell, stores } = world();
  await shell.install();
  stores.set('of somebody else', new Map());
  const next = world('two', stores);
  await next.shell.install();
  await next.shell.clean();
  expect([...stores.keys()]).toEqual(['of somebody else', 'page-two']);
});

test('the shell is fetched again in another language or theme', async () => {
  const { shell, network } = world();
  await shell.install();
  network.asked.length = 0;
  await shell.look(['lang="en"']);
  expect(network.asked).toEqual([]);
  network.page = '<html lang="ur">';
  await shell.look(['lang="ur"']);
  await shell.look(['lang="ur"']);
  expect(network.asked).toEqual(['/offline']);
});
