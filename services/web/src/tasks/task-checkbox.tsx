import { Check } from 'lucide-react';

interface Props {
  checked: boolean;
  label: string;
  onChange: (checked: boolean) => void;
}

/** A round checkbox in a finger-sized target. */
export function TaskCheckbox({ checked, label, onChange }: Props) {
  return (
    <label className="group/check grid size-11 shrink-0 cursor-pointer touch-manipulation place-items-center *:col-start-1 *:row-start-1">
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
        className="peer size-[1.35rem] cursor-[inherit] appearance-none rounded-full border-2 border-line-strong transition-colors group-hover/check:border-pine checked:border-pine checked:bg-pine"
      />
      <Check
        size={14}
        strokeWidth={3.5}
        aria-hidden
        className="pointer-events-none hidden text-on-pine peer-checked:block"
      />
    </label>
  );
}
