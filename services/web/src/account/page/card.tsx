import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { useStarted } from '../../ui/use-started.ts';

interface Props {
  title: string;
  lead?: ReactNode;
  /** For what cannot be taken back. */
  isDangerous?: boolean;
  children: ReactNode;
}

/** One matter of the account. Until the script is there nothing in it can be pressed: no press is lost. */
export function Card({ title, lead, isDangerous, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={clsx(
        'grid gap-4 rounded-2xl border bg-surface p-5 sm:p-6',
        isDangerous ? 'border-danger' : 'border-line',
      )}
    >
      <div className="grid gap-1">
        <h2 id={id} className="font-display text-lg font-semibold">
          {title}
        </h2>
        {lead && <p className="max-w-[60ch] text-sm text-ink-soft text-pretty">{lead}</p>}
      </div>
      <fieldset disabled={!useStarted()} className="contents">
        {children}
      </fieldset>
    </section>
  );
}
