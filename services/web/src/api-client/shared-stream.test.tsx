import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SilentEventSource } from '../../test/browser-setup.ts';
import { listenTogether } from './shared-stream.ts';

/** A busy machine is slow, not wrong. */
const until = (check: () => void) => vi.waitFor(check, 5000);

/** Locks as browsers have them, for one name. */
class OneLock {
  private waiting: (() => void)[] = [];
  private stop: (() => void) | undefined;

  request = (_name: string, options: LockOptions, work: () => Promise<void> | undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const aborted = () => Object.assign(new Error('aborted'), { name: 'AbortError' });
    const take = () => {
      this.stop = () => reject(aborted());
      Promise.resolve(work()).then(() => {
        resolve();
        this.stop = undefined;
        this.waiting.shift()?.();
      });
    };
    options.signal?.addEventListener('abort', () => {
      if (this.waiting.includes(take)) reject(aborted());
      this.waiting = this.waiting.filter((one) => one !== take);
    });
    if (options.steal) this.stop?.();
    if (options.steal || !this.stop) take();
    else this.waiting.push(take);
    return promise;
  };
}

const opened: SilentEventSource[] = [];
const tabs: { close(): void }[] = [];

beforeEach(() => {
  opened.length = 0;
  vi.stubGlobal(
    'EventSource',
    class extends SilentEventSource {
      constructor(url: string) {
        super(url);
        opened.push(this);
      }
    },
  );
  Object.assign(navigator, { locks: new OneLock() });
});

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
  Object.assign(navigator, { locks: undefined });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function openTab() {
  const heard: string[] = [];
  const onState = vi.fn();
  const listener = { onEvent: (name: string, data: string) => void heard.push(`${name} ${data}`), onState };
  const tab = listenTogether({ address: '/events', events: ['task'], listener });
  tabs.push(tab);
  return { ...tab, heard, onState };
}

const tell = (source: SilentEventSource | undefined, data: string) =>
  source?.dispatchEvent(new MessageEvent('task', { data }));

test('two tabs hear the same through one stream', async () => {
  const [first, second] = [openTab(), openTab()];
  expect(opened).toHaveLength(1);
  tell(opened[0], 'milk');
  await until(() => expect(second.heard).toEqual(['task milk']));
  expect(first.heard).toEqual(['task milk']);
  expect(opened).toHaveLength(1);
});

test('when the tab with the stream closes, the next one opens it, and all look again at what they may have missed', async () => {
  const [first, second, third] = [openTab(), openTab(), openTab()];
  first.close();
  expect(opened[0]?.readyState).toBe(SilentEventSource.CLOSED);
  await until(() => expect(opened).toHaveLength(2));
  opened[1]?.onopen?.();
  await until(() => expect(third.onState.mock.calls).toEqual([['open']]));
  expect(second.onState.mock.calls).toEqual([['open']]);
  expect(first.onState).not.toHaveBeenCalled();
  tell(opened[1], 'eggs');
  await until(() => expect(third.heard).toEqual(['task eggs']));
});

test('all tabs hear at once that the stream was refused, and it is opened again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const [first, second] = [openTab(), openTab()];
  const source = opened[0] as SilentEventSource;
  // The browser opens it again by itself: nothing is known yet.
  source.readyState = 0;
  source.onerror?.();
  expect(first.onState).not.toHaveBeenCalled();
  source.readyState = SilentEventSource.CLOSED;
  source.onerror?.();
  expect(first.onState.mock.calls).toEqual([['refused']]);
  await until(() => expect(second.onState.mock.calls).toEqual([['refused']]));
  await vi.advanceTimersByTimeAsync(3000);
  expect(opened).toHaveLength(2);
});

test('a tab that is looked at takes over from one that sleeps', async () => {
  openTab();
  openTab();
  // What a tab that sleeps does not do is answer.
  const silent = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
  document.dispatchEvent(new Event('visibilitychange'));
  await until(() => expect(opened).toHaveLength(2));
  silent.mockRestore();
  expect(opened[0]?.readyState).toBe(SilentEventSource.CLOSED);
  expect(opened[1]?.readyState).toBe(1);
});

test('a tab that is looked at leaves the stream where it is while it is answered', async () => {
  openTab();
  openTab();
  const asked = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
  document.dispatchEvent(new Event('visibilitychange'));
  await until(() => expect(asked).toHaveBeenCalledWith({ is: 'here' }));
  expect(opened).toHaveLength(1);
});

test('without locks each tab has a stream of its own', () => {
  Object.assign(navigator, { locks: undefined });
  const [first, second] = [openTab(), openTab()];
  expect(opened).toHaveLength(2);
  tell(opened[1], 'milk');
  expect([first.heard, second.heard]).toEqual([[], ['task milk']]);
});
