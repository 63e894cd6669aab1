import type { ReactNode } from 'react';
import { currentToasts, dismissToast, onToasts, showToast } from '../ui/toast-store.ts';
import type { WayBack } from './way-back.ts';

interface Undo {
  label: string;
  run: () => void;
  way: WayBack;
}

let latest: number | undefined;

/** Says what was done, for as long as there is a way back; it takes the place of what was said so before. */
export function showUndo(text: ReactNode, { label, run, way }: Undo): void {
  if (latest !== undefined) dismissToast(latest);
  const isOpen = way.isOpen();
  showToast(isOpen ? { text, action: { label, run } } : { text });
  const shown = currentToasts().at(-1);
  if (!isOpen || !shown) return;
  latest = shown.id;
  const look = () => {
    if (!currentToasts().includes(shown)) for (const stop of stops) stop();
    else if (!way.isOpen()) dismissToast(shown.id);
  };
  const stops = [way.onChange(look), onToasts(look)];
}
