'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { useStarted } from '../ui/use-started.ts';

/**
 * A form that the script answers. Until the script is there its fields are closed: what is typed too early would be
 * lost, and a browser that sends the form by itself would write a password into the address.
 */
export function Form({ className, children, ...form }: ComponentProps<'form'>) {
  return (
    <form method="post" noValidate {...form}>
      <fieldset disabled={!useStarted()} className={clsx('grid min-w-0', className)}>
        {children}
      </fieldset>
    </form>
  );
}
