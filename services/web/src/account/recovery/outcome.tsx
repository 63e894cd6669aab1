'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  title: string;
  lead: ReactNode;
  /** The way on from here. */
  children?: ReactNode;
}

/** What has come of a form, in its place: the focus goes to it, since the form is gone. */
export function Outcome({ title, lead, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="font-display text-2xl font-semibold outline-none">
        {title}
      </h1>
      <p className="text-ink-soft break-words">{lead}</p>
      {children}
    </>
  );
}
