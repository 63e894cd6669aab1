'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

interface Props {
  /** How many changes wait to be saved. */
  count: number;
  onSignOut: () => void;
  onClose: () => void;
}

/** Asks before signing out drops what is only on this device. */
export default function SignOutQuestion({ count, onSignOut, onClose }: Props) {
  const t = useTranslations('account');
  return (
    <ConfirmDialog
      title={t('signOutAsk')}
      lead={t('signOutAskLead', { count })}
      action={t('signOutNow')}
      onConfirm={() => {
        onClose();
        onSignOut();
      }}
      onClose={onClose}
    />
  );
}
