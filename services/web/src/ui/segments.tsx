import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

interface Segment<Value extends string> {
  value: Value;
  words: ReactNode;
}

interface Props<Value extends string> {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  className?: string;
}

/** One of a few that are all in view: radio buttons that look like one bar. */
export function Segments<Value extends string>(props: Props<Value>) {
  const { label, segments, value, onChange, disabled, className } = props;
  const name = useId();
  return (
    <fieldset
      aria-label={label}
      disabled={disabled}
      className={clsx('flex min-w-0 flex-wrap gap-1 rounded-xl bg-sunken p-1', className)}
    >
      {segments.map(({ value: choice, words }) => (
        <label
          key={choice}
          className="relative flex min-h-11 flex-1 items-center justify-center gap-1.5 rounded-lg px-2 text-center text-sm text-ink-soft outline-offset-2 has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-pine"
        >
          {/* Over all of its label, so that it is found where it is seen. */}
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === value}
            onChange={() => onChange(choice)}
            className="absolute inset-0 size-full cursor-pointer touch-manipulation opacity-0"
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
