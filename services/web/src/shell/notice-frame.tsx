import type { ReactNode } from 'react';
import { Sign } from './sign.tsx';

interface Props {
  /** The app's own name. */
  app: string;
  title: string;
  children: ReactNode;
}

/**
 * The page around what is said in place of the app: that it is away, or that there is nothing at an address. It needs
 * no script of its own, since what is said of addresses is a part of every page.
 */
export function NoticeFrame({ app, title, children }: Props) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex min-h-[4.25rem] items-center py-3">
        <a href="/" className="rounded-lg">
          <Sign name={app} />
        </a>
      </header>
      <main className="grid flex-1 content-start justify-items-center pt-[6dvh] pb-16">
        <div className="grid w-full max-w-md justify-items-start gap-4 rounded-2xl border border-line bg-surface p-5 shadow-raised sm:p-7">
          <h1 className="font-display text-2xl">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
