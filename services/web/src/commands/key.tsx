import type { ReactNode } from 'react';

/** A key as it looks on a keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      dir="ltr"
      className="inline-grid min-h-6 min-w-6 place-items-center rounded-md border border-line bg-sunken px-1.5 font-sans text-xs leading-none text-ink-soft"
    >
      {children}
    </kbd>
  );
}
