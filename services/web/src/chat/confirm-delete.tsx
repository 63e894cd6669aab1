'use client';

import * as AlertDialog from 'radix-ui/alert-dialog';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

interface Props {
  title: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a conversation is lost, since that has no undo. */
export function ConfirmDelete({ title, onConfirm, onClose }: Props) {
  const t = useTranslations('chat');
  const shell = useTranslations('shell');
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-[oklch(0.2_0.02_200/0.4)]" />
        <AlertDialog.Content className="rise fixed inset-x-4 top-1/3 z-50 mx-auto grid max-w-md gap-3 rounded-2xl border border-line bg-surface p-6 shadow-raised outline-none">
          <AlertDialog.Title className="font-display text-lg font-semibold">
            {t('confirmDelete')}
          </AlertDialog.Title>
          <AlertDialog.Description className="text-ink-soft">
            {t('confirmDeleteLead', { title })}
          </AlertDialog.Description>
          <div className="mt-2 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button look="outline">{shell('cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={onConfirm}>
                {t('delete')}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
