'use client';

import { Laptop, Smartphone, Tablet, Terminal } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { agoWords, dayWords } from '../moment-words.ts';
import type { Session } from './session-queries.ts';

const icons = { desktop: Laptop, mobile: Smartphone, tablet: Tablet, other: Terminal };

/** A device in words that a person recognises. */
export function useDeviceWords(): (device: Session['device']) => string {
  const t = useTranslations('devices');
  return ({ browser, system }) => {
    if (browser && system) return t('both', { browser, system });
    return browser ?? system ?? t('unknown');
  };
}

interface Props {
  session: Session;
  isEnding: boolean;
  onEnd: () => void;
}

/** One device that is signed in. */
export function SessionRow({ session, isEnding, onEnd }: Props) {
  const t = useTranslations('devices');
  const locale = useLocale();
  const device = useDeviceWords()(session.device);
  const Icon = icons[session.device.kind];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Icon size={22} aria-hidden className="shrink-0 text-ink-soft" />
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {session.current && (
            <span className="rounded-full bg-pine-soft px-2 text-xs font-medium text-pine-deep">
              {t('this')}
            </span>
          )}
        </p>
        <p className="text-xs text-ink-soft">
          {t('lastSeen', { when: agoWords(session.last_seen_at, locale) ?? t('justNow') })}
          {session.address && ` · ${t('from', { address: session.address })}`}
          {` · ${t('signedIn', { date: dayWords(session.created_at, locale) })}`}
        </p>
      </div>
      {!session.current && (
        <Button look="outline" aria-label={t('endOf', { device })} aria-disabled={isEnding} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
