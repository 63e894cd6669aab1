import type { ReactNode } from 'react';

export interface ToastMessage {
  id: number;
  text: ReactNode;
  tone: 'plain' | 'problem';
  action?: { label: string; run: () => void };
}

const MOST_AT_ONCE = 3;

let toasts: readonly ToastMessage[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ToastMessage[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Tells the person something that passes by itself. */
export function showToast(
  message: Omit<ToastMessage, 'id' | 'tone'> & { tone?: ToastMessage['tone'] },
): void {
  lastId += 1;
  change([...toasts, { tone: 'plain' as const, ...message, id: lastId }].slice(-MOST_AT_ONCE));
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** The toasts of the moment. */
export function currentToasts(): readonly ToastMessage[] {
  return toasts;
}

/** Calls back at every change; returns how to end that. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
