import { Check } from 'lucide-react';

interface Props {
  checked: boolean;
  disabled: boolean;
  label: string;
  /** Told whether all from the last one to this are meant. */
  onChange: (isRange: boolean) => void;
}

/** A square checkbox in a finger-sized target: what is selected, as against what is done. */
export function SelectBox({ checked, disabled, label, onChange }: Props) {
  return (
    <label className="grid size-11 shrink-0 cursor-pointer touch-manipulation place-items-center select-none *:col-start-1 *:row-start-1">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-label={label}
        data-select
        onChange={({ nativeEvent }) => onChange(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        className="peer size-5 cursor-[inherit] appearance-none rounded-md border-2 border-line-strong checked:border-pine checked:bg-pine"
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
