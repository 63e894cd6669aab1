'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { loadPart } from '../browser/load-part.ts';

const ShownConfirmDialog = lazy(() => loadPart(() => import('./shown-confirm-dialog.tsx')));

export interface ConfirmDialogProps {
  title: string;
  lead: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  /** What must be filled in first; the dialog then stays until it is closed. */
  children?: ReactNode;
}

/** Asks before something that has no undo; loaded when there is something to ask. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense>
      <ShownConfirmDialog {...props} />
    </Suspense>
  );
}
