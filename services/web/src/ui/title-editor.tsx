'use client';

import { type KeyboardEvent, useRef, useState } from 'react';

interface Props {
  title: string;
  label: string;
  /** Gets the new title, or nothing when the person thought better of it. */
  onDone: (title: string | undefined) => void;
}

const LONGEST_TITLE = 200;

/** A title being renamed: Enter or leaving saves, Escape does not. */
export function TitleEditor({ title, label, onDone }: Props) {
  const [value, setValue] = useState(title);
  const finished = useRef(false);
  const finish = (result: string | undefined) => {
    // Enter takes the field away, which makes it lose the focus: that must not save a second time.
    if (finished.current) return;
    finished.current = true;
    onDone(result);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(undefined);
    if (event.key !== 'Enter') return;
    // What gets the focus then must not be pressed by the same key.
    event.preventDefault();
    finish(value.trim() || undefined);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to type here
      autoFocus
      aria-label={label}
      dir="auto"
      className="min-h-9 w-full rounded-md border border-pine bg-surface px-1"
      value={value}
      maxLength={LONGEST_TITLE}
      onChange={(event) => setValue(event.target.value)}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKeyDown}
      onBlur={() => finish(value.trim() || undefined)}
    />
  );
}
