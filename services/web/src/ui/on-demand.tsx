'use client';

import { type ComponentType, type ReactNode, useState } from 'react';
import { loadPart } from '../browser/load-part.ts';

/** What a component that comes on demand gets: the trigger to use as its own. */
export interface OnDemandProps {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

interface Props<Rest> {
  load: () => Promise<{ default: ComponentType<OnDemandProps & Rest> }>;
  /** What else the component needs. */
  rest: Rest;
  /** A button; it opens, and stays the same button when the rest has come. */
  trigger: (props: { onClick?: () => void; onPointerEnter?: () => void; onFocus?: () => void }) => ReactNode;
}

/**
 * A menu or drawer whose code is loaded when somebody reaches for it. Pointing at the button or
 * focusing it starts the download, so that a click finds it there.
 */
export function OnDemand<Rest extends object>({ load, rest, trigger }: Props<Rest>) {
  const [loaded, setLoaded] = useState<ComponentType<OnDemandProps & Rest>>();
  const [open, setOpen] = useState(false);
  if (loaded) {
    const Loaded = loaded;
    return <Loaded {...rest} trigger={trigger({})} open={open} onOpenChange={setOpen} />;
  }
  // The button is only exchanged once it was clicked: never between pressing and releasing it.
  const show = async () => {
    const { default: component } = await loadPart(load);
    setLoaded(() => component);
    setOpen(true);
  };
  const warm = () => void load().catch(() => {});
  return trigger({ onClick: () => void show(), onPointerEnter: warm, onFocus: warm });
}
