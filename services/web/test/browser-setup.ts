/** What a browser has and jsdom has not. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { currentToasts, dismissToast } from '../src/ui/toast-store.ts';

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Tells events to whoever listens; nothing comes by itself. */
export class SilentEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static latest: SilentEventSource | undefined;
  readyState = 1;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    SilentEventSource.latest = this;
  }
  close() {
    this.readyState = SilentEventSource.CLOSED;
  }
}

Object.assign(globalThis, { ResizeObserver: NoResizeObserver, EventSource: SilentEventSource });
Object.assign(window, { matchMedia: () => ({ matches: true }) });
Object.assign(Element.prototype, {
  scrollTo() {},
  hasPointerCapture: () => false,
  scrollIntoView() {},
});

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  for (const { id } of currentToasts()) dismissToast(id);
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});
