'use client';

import { Database, KeyRound, MonitorSmartphone, Plug, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { type Section, sections } from './sections.ts';

const icons = {
  profile: UserRound,
  password: KeyRound,
  devices: MonitorSmartphone,
  programs: Plug,
  data: Database,
};

/** The way to each part: at the side where there is room, above it on a phone. */
export function SectionNav({ current }: { current: Section }) {
  const t = useTranslations('accountPage');
  return (
    <nav aria-label={t('sections')} className="wide:w-52 wide:shrink-0">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(3.4rem,1fr))] gap-1 wide:grid-cols-1">
        {sections.map((section) => {
          const Icon = icons[section];
          return (
            <li key={section}>
              <Link
                href={`/account/${section}`}
                // Each is made anew when it is opened: nothing of it can be fetched before.
                prefetch={false}
                aria-current={section === current ? 'page' : undefined}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-xl px-0.5 text-center text-xs text-ink-soft transition-colors hover:bg-sunken aria-[current=page]:bg-pine-soft aria-[current=page]:font-medium aria-[current=page]:text-pine-deep wide:min-h-11 wide:flex-row wide:justify-start wide:gap-3 wide:px-3 wide:text-sm"
              >
                <Icon size={18} aria-hidden className="shrink-0" />
                {t(section)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
