/** @module Where changes are kept on this device, each under a name of its own: tabs write without overwriting others. */
import { byCode } from '../../i18n/by-code.ts';
import type { Change } from './change.ts';

export interface ChangeStore {
  read(): Change[];
  has(key: string): boolean;
  write(change: Change): void;
  remove(key: string): void;
}

const PREFIX = 'change:';

/** What a person did on this device that the api has not answered, whichever page it was done on. */
export function changeStoreOf(userId: string): ChangeStore {
  const prefix = `${PREFIX}${userId}:`;
  // What the browser refuses to keep is there for as long as the page.
  const unkept = new Map<string, Change>();
  return {
    read() {
      const kept = Object.keys(storage() ?? {})
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => parsed(storage()?.getItem(name)));
      return [...kept, ...unkept.values()].sort(inOrder);
    },
    has: (key) => unkept.has(key) || storage()?.getItem(prefix + key) != null,
    write(change) {
      try {
        localStorage.setItem(prefix + change.key, JSON.stringify(change));
        unkept.delete(change.key);
      } catch {
        unkept.set(change.key, change);
      }
    },
    remove(key) {
      unkept.delete(key);
      storage()?.removeItem(prefix + key);
    },
  };
}

/** Forgets the changes of one person. */
export function forgetChanges(userId: string): void {
  const store = changeStoreOf(userId);
  for (const { key } of store.read()) store.remove(key);
}

/** In the order in which they were made. */
export function inOrder(one: Change, other: Change): number {
  return byCode(one.at, other.at) || byCode(one.key, other.key);
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

const kinds: ReadonlySet<unknown> = new Set(['add', 'edit', 'complete', 'remove', 'restore', 'bulk']);

function parsed(text: string | null | undefined): Change[] {
  try {
    const change: Change | null = JSON.parse(text ?? 'null');
    return change && kinds.has(change.kind) && change.key && change.at ? [change] : [];
  } catch {
    return [];
  }
}
