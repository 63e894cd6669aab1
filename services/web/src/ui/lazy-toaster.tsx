'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { loadPart } from '../browser/load-part.ts';
import { currentToasts, onToasts } from './toast-store.ts';

const Toaster = lazy(() => loadPart(() => import('./toaster.tsx')));

/** The toaster, which is loaded with the first toast. */
export function LazyToaster() {
  const needed = useSyncExternalStore(onToasts, hadToasts, () => false);
  return (
    needed && (
      <Suspense>
        <Toaster />
      </Suspense>
    )
  );
}

let had = false;

function hadToasts(): boolean {
  had ||= currentToasts().length > 0;
  return had;
}
