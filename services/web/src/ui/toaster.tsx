'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import * as Toast from 'radix-ui/toast';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './button.tsx';
import { currentToasts, dismissToast, onToasts, type ToastMessage } from './toast-store.ts';

const none: readonly ToastMessage[] = [];
const MILLISECONDS = 7000;

/** Shows toasts: Radix, since it holds focus, F8, swipes and announcements, and needs no inline style sheet. */
export default function Toaster() {
  const t = useTranslations('shell');
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  return (
    <Toast.Provider duration={MILLISECONDS} label={t('notifications')}>
      {toasts.map(({ id, text, tone, action }) => (
        <Toast.Root
          key={id}
          type={tone === 'problem' ? 'foreground' : 'background'}
          onOpenChange={(open) => !open && dismissToast(id)}
          className={clsx(
            'rise flex items-center gap-1 rounded-xl border py-1 ps-4 pe-1 text-sm shadow-raised',
            tone === 'problem' ? 'border-danger bg-danger-soft' : 'border-line bg-surface',
          )}
        >
          <Toast.Description className="min-w-0 flex-1 py-2 break-words whitespace-pre-line">
            {text}
          </Toast.Description>
          {action && (
            <Toast.Action
              altText={action.label}
              onClick={action.run}
              className="min-h-11 rounded-lg px-3 font-semibold text-pine-deep hover:bg-pine-soft"
            >
              {action.label}
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton aria-label={t('dismiss')}>
              <X size={18} aria-hidden />
            </IconButton>
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="fixed inset-x-3 bottom-[calc(env(safe-area-inset-bottom)+var(--below-toasts))] z-50 mx-auto flex max-w-md flex-col gap-2 outline-none wide:inset-x-auto wide:end-10 wide:bottom-10 wide:w-[26rem]" />
    </Toast.Provider>
  );
}
