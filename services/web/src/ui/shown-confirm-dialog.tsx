'use client';

import * as AlertDialog from 'radix-ui/alert-dialog';
import './style-nonce.ts';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';

/** The dialog that asks before something that has no undo. */
export default function ShownConfirmDialog(props: ConfirmDialogProps) {
  const { title, lead, action, onConfirm, onClose, children } = props;
  const shell = useTranslations('shell');
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_200/0.4)]" />
        <AlertDialog.Content className="rise fixed inset-x-4 top-[12dvh] z-50 mx-auto max-h-[80dvh] max-w-md overflow-y-auto rounded-2xl border border-line bg-surface p-6 shadow-raised outline-none">
          <form
            noValidate
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              onConfirm();
            }}
          >
            <AlertDialog.Title className="font-display text-lg font-semibold break-words">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description className="text-ink-soft">{lead}</AlertDialog.Description>
            {children}
            <div className="mt-2 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button look="outline">{shell('cancel')}</Button>
              </AlertDialog.Cancel>
              <Button look="danger" type="submit">
                {action}
              </Button>
            </div>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
