const ends = new Map<string, Promise<unknown>>();

/**
 * Does one thing after the other under a name, in all tabs of this browser. Where there are no Web Locks, which is
 * where a page is not on https or localhost, that holds for this tab only.
 */
export function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const run = (): Promise<T> =>
    typeof navigator.locks === 'undefined' ? work() : navigator.locks.request(name, work);
  const turn = (ends.get(name) ?? Promise.resolve()).then(run, run);
  ends.set(name, turn.then(ignore, ignore));
  return turn;
}

function ignore(): void {}
