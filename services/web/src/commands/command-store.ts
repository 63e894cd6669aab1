import type { LucideIcon } from 'lucide-react';

export const commandGroups = ['tasks', 'chat', 'look', 'account'] as const;

/** Something that a person can do from anywhere, by name or by key. */
export interface Command {
  id: string;
  group: (typeof commandGroups)[number];
  words: string;
  Icon: LucideIcon;
  /** A single key, such as `n`; it works wherever nobody is typing. */
  shortcut?: string;
  run: () => void;
}

const registered = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function tell(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands until the returned function is called. */
export function registerCommands(commands: readonly Command[]): () => void {
  const key = Symbol();
  registered.set(key, commands);
  tell();
  return () => {
    registered.delete(key);
    tell();
  };
}

/** What can be done at the moment. */
export function currentCommands(): readonly Command[] {
  return all;
}

/** Calls back when that changes; returns how to end it. */
export function onCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
