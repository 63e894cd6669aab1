'use client';

import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';

interface Props {
  label: string;
  Icon: LucideIcon;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A button beside words, quieter than they are. */
export function SmallButton({ label, Icon, onClick, ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid h-9 min-w-11 place-items-center rounded-lg hover:bg-sunken hover:text-ink wide:h-8 wide:min-w-8"
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
