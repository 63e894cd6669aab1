export type Sheet = 'palette' | 'help';

const listeners = new Set<(sheet: Sheet) => void>();

/** Shows the palette or the list of keys, from wherever there is a button for it. */
export function showSheet(sheet: Sheet): void {
  for (const listener of listeners) listener(sheet);
}

/** Calls back when one is to be shown; returns how to end that. */
export function onSheet(listener: (sheet: Sheet) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
