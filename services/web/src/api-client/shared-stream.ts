/** @module One stream for all tabs of a browser: HTTP/1.1 allows it six connections to a host, and a tab needs some itself. */

type StreamState = 'open' | 'refused';

interface StreamListener {
  /** An event, by its name. */
  onEvent(name: string, data: string): void;
  /**
   * The stream is open, for the first time or anew: what happened before may have been missed. Or it was refused: the
   * api is away, or whose stream it is is not signed in any more.
   */
  onState(state: StreamState): void;
}

interface Shared {
  /** Where the stream is; also the name by which tabs find each other. */
  address: string;
  events: readonly string[];
  listener: StreamListener;
}

type Said = { is: 'event'; name: string; data: string } | { is: StreamState | 'asked' | 'here' };

const REOPEN_MILLISECONDS = 3000;
const ANSWER_MILLISECONDS = 1000;

/**
 * Listens to a stream of server-sent events that one tab holds open for all others. When that tab closes, the next
 * takes over. A browser without Web Locks, or a page that is not on https or localhost, opens a stream for each tab.
 */
export function listenTogether({ address, events, listener }: Shared): { wake(): void; close(): void } {
  const alone = typeof BroadcastChannel === 'undefined' || !navigator.locks;
  const channel = alone ? undefined : new BroadcastChannel(address);
  const ended = new AbortController();
  let held: { wake(): void; close(): void } | undefined;
  let unanswered: ReturnType<typeof setTimeout> | undefined;

  const tell = (said: Said) => channel?.postMessage(said);
  const hold = () =>
    holdOpen(address, events, {
      onEvent(name, data) {
        tell({ is: 'event', name, data });
        listener.onEvent(name, data);
      },
      onState(state) {
        tell({ is: state });
        listener.onState(state);
      },
    });

  const queue = async (options: LockOptions): Promise<void> => {
    try {
      await navigator.locks.request(address, options, () => {
        if (ended.signal.aborted) return undefined;
        held?.close();
        held = hold();
        return new Promise<void>((release) => ended.signal.addEventListener('abort', () => release()));
      });
    } catch (error) {
      // Another tab took over, or this page leaves; else this browser gives no locks here.
      if ((error as Error).name !== 'AbortError' && !ended.signal.aborted) {
        held ??= hold();
        return;
      }
    }
    held?.close();
    held = undefined;
    if (!ended.signal.aborted) void queue({ signal: ended.signal });
  };

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.is === 'asked' && held) tell({ is: 'here' });
      if (data.is === 'asked' || held) return;
      clearTimeout(unanswered);
      if (data.is === 'event') listener.onEvent(data.name, data.data);
      if (data.is === 'open' || data.is === 'refused') listener.onState(data.is);
    };
    void queue({ signal: ended.signal });
  } else {
    held = hold();
  }

  // A phone may put the tab that holds the stream to sleep: one that is looked at asks, and else takes over.
  const ask = () => {
    if (!channel || held || document.visibilityState !== 'visible') return;
    clearTimeout(unanswered);
    unanswered = setTimeout(() => void queue({ steal: true }), ANSWER_MILLISECONDS);
    tell({ is: 'asked' });
  };
  document.addEventListener('visibilitychange', ask);

  return {
    wake() {
      held?.wake();
    },
    close() {
      document.removeEventListener('visibilitychange', ask);
      clearTimeout(unanswered);
      ended.abort();
      held?.close();
      held = undefined;
      channel?.close();
    },
  };
}

/** A stream that opens again, whatever ended it. */
function holdOpen(address: string, events: readonly string[], listener: StreamListener) {
  let source: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(reopening);
    source = new EventSource(address);
    for (const name of events) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => listener.onEvent(name, data));
    }
    source.onopen = () => listener.onState('open');
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      // After an answer that is an error the browser gives up, so this opens again.
      reopening = setTimeout(open, REOPEN_MILLISECONDS);
      listener.onState('refused');
    };
  };
  open();
  return {
    wake() {
      if (source.readyState === EventSource.CLOSED) open();
    },
    close() {
      clearTimeout(reopening);
      source.close();
    },
  };
}
