'use client';

import { LogOut, UserRound } from 'lucide-react';
import Link from 'next/link';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import type { OnDemandProps } from '../ui/on-demand.tsx';

interface Props {
  onSignOut: () => void;
}

/** Who is signed in, and the way out. */
export default function AccountMenu({ trigger, onSignOut, ...shown }: OnDemandProps & Props) {
  const t = useTranslations('account');
  const user = useUser();
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
          <DropdownMenu.Item asChild className="menu-item">
            <Link href="/account">
              <UserRound size={18} aria-hidden />
              {t('settings')}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={onSignOut}>
            <LogOut size={18} aria-hidden className="rtl:-scale-x-100" />
            {t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
