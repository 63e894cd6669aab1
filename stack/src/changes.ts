/**
 * Which names differ between two records.
 *
 * @module
 */

/** Names that came, changed and went. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** Nothing came, changed or went. */
export const unchanged: Changes = { added: [], changed: [], removed: [] };

/** Compares two records by name. */
export function compareRecords(before: Record<string, string>, after: Record<string, string>): Changes {
  return {
    added: Object.keys(after).filter((name) => !Object.hasOwn(before, name)),
    changed: Object.keys(after).filter((name) => Object.hasOwn(before, name) && before[name] !== after[name]),
    removed: Object.keys(before).filter((name) => !Object.hasOwn(after, name)),
  };
}

/** The names that are worth keeping. */
export function onlyNames(changes: Changes, keep: (name: string) => boolean): Changes {
  return {
    added: changes.added.filter(keep),
    changed: changes.changed.filter(keep),
    removed: changes.removed.filter(keep),
  };
}

/** Whether anything differs. */
export function isChanged({ added, changed, removed }: Changes): boolean {
  return added.length + changed.length + removed.length > 0;
}
