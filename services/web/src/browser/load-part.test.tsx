import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isPartMissing, loadPart } from './load-part.ts';

const missing = Object.assign(new Error('Failed to load chunk /_next/static/chunks/a.js'), {
  name: 'ChunkLoadError',
});
const gone = () => Promise.reject(missing);
const reload = vi.fn();
const health = vi.fn();

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('fetch', health);
  vi.stubGlobal('location', { ...window.location, reload });
  health.mockImplementation(async () => new Response('ok'));
});
afterEach(() => vi.unstubAllGlobals());

test('what can be loaded is loaded', async () => {
  expect(await loadPart(async () => 'a part')).toBe('a part');
  expect(reload).not.toHaveBeenCalled();
});

test('a part that an update took away makes the page come anew, once', async () => {
  void loadPart(gone);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce(), 5000);
  await expect(loadPart(gone)).rejects.toBe(missing);
  expect(reload).toHaveBeenCalledOnce();
});

test('without a server the page stays', async () => {
  health.mockImplementation(async () => Promise.reject(new TypeError('no network')));
  await expect(loadPart(gone)).rejects.toBe(missing);
  health.mockImplementation(async () => new Response('', { status: 503 }));
  await expect(loadPart(gone)).rejects.toBe(missing);
  expect(reload).not.toHaveBeenCalled();
});

test('other errors are not taken for it', () => {
  expect(isPartMissing(missing)).toBe(true);
  expect(isPartMissing(new TypeError('x is not a function'))).toBe(false);
});
