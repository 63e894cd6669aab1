import { UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { Command } from '../commands/command-store.ts';
import type { Section } from './page/sections.ts';

const entries = [
  { section: 'profile', words: 'openProfile' },
  { section: 'password', words: 'openPassword' },
  { section: 'devices', words: 'openDevices' },
  { section: 'programs', words: 'openPrograms' },
  { section: 'data', words: 'openData' },
] as const satisfies readonly { section: Section; words: string }[];

/** The parts of the account as commands. They have no keys, so that nobody needs them before the palette is open. */
export function useAccountCommands(): Command[] {
  const t = useTranslations('account');
  const router = useRouter();
  return entries.map(({ section, words }) => ({
    id: `account-${section}`,
    group: 'account',
    words: t(words),
    Icon: UserRound,
    run: () => router.push(`/account/${section}`),
  }));
}
