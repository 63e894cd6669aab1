'use client';

import { Check } from 'lucide-react';
import * as Checkbox from 'radix-ui/checkbox';

interface Props {
  checked: boolean;
  disabled: boolean;
  label: string;
  onChange: (checked: boolean) => void;
}

/** A round checkbox in a finger-sized target. */
export function TaskCheckbox({ checked, disabled, label, onChange }: Props) {
  return (
    <Checkbox.Root
      checked={checked}
      disabled={disabled}
      aria-label={label}
      onCheckedChange={(state) => onChange(state === true)}
      className="group/check grid size-11 shrink-0 place-items-center rounded-lg"
    >
      <span className="grid size-[1.35rem] place-items-center rounded-full border-2 border-line-strong transition-colors group-hover/check:border-pine group-data-[state=checked]/check:border-pine group-data-[state=checked]/check:bg-pine">
        <Checkbox.Indicator>
          <Check size={14} strokeWidth={3.5} aria-hidden className="text-on-pine" />
        </Checkbox.Indicator>
      </span>
    </Checkbox.Root>
  );
}
