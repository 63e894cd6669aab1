'use client';

import { LogOut } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { useTranslations } from 'use-intl';
import { request } from '../api-client/request.ts';
import { useUser } from '../shell/user-context.tsx';
import type { OnDemandProps } from '../ui/on-demand.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Who is signed in, and the way out. */
export default function AccountMenu({ trigger, ...shown }: OnDemandProps) {
  const t = useTranslations('account');
  const user = useUser();
  const signOut = async () => {
    try {
      await request('/api/auth/sign-out', { method: 'POST', body: {} });
      // A whole new page: nothing of this person stays in memory.
      window.location.assign('/');
    } catch {
      showToast({ text: t('signOutFailed'), tone: 'problem' });
    }
  };
  return (
    <DropdownMenu.Root modal={false} {...shown}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className="menu max-w-72">
          <DropdownMenu.Label className="px-3 py-2">
            <span className="block truncate font-medium">{user.name}</span>
            <span className="block truncate text-xs text-ink-soft">{user.email}</span>
          </DropdownMenu.Label>
          <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />
          <DropdownMenu.Item className="menu-item" onSelect={signOut}>
            <LogOut size={18} aria-hidden />
            {t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
