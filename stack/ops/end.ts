import type { EventEmitter } from 'node:events';

const everyMilliseconds = 500;

/** What of a process is looked at. */
export type Watched = Pick<EventEmitter, 'once' | 'off'> & { readonly ppid: number };

/**
 * Waits until the server is to end: at a signal, or when who started it is gone. npm passes a signal on to the shell that
 * it starts scripts with, which ends and leaves its child alone, with nobody to tell it.
 */
export function untilToldToEnd(own: Watched): Promise<void> {
  const parent = own.ppid;
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(watch);
      for (const signal of signals) own.off(signal, end);
      resolve();
    };
    const watch = setInterval(() => {
      if (own.ppid !== parent) end();
    }, everyMilliseconds);
    for (const signal of signals) own.once(signal, end);
  });
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
