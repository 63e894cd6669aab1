import clsx from 'clsx';
import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-pine text-on-pine hover:bg-pine-deep disabled:bg-sunken disabled:text-ink-soft',
  outline: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  plain: 'hover:bg-surface',
  danger: 'bg-danger text-paper hover:opacity-90',
};

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof looks;
}

/** A button with words. */
export function Button({ look = 'primary', className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 font-medium transition-colors',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}

/** A button that is only a picture; its name is for those who do not see it. */
export function IconButton({
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { 'aria-label': string }) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-ink-soft transition-colors hover:bg-sunken hover:text-ink',
        className,
      )}
      title={rest['aria-label']}
      {...rest}
    />
  );
}
