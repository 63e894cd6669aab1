'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { agoWords, dayWords } from '../moment-words.ts';
import type { AccessToken } from './token-queries.ts';

interface Props {
  token: AccessToken;
  onRevoke: () => void;
}

/** One token: what it may do, when it was used, how long it is good for. */
export function TokenRow({ token, onRevoke }: Props) {
  const t = useTranslations('programs');
  const devices = useTranslations('devices');
  const locale = useLocale();
  const isOver = Date.parse(token.expires_at) <= Date.now();
  const date = dayWords(token.expires_at, locale);
  const used = token.last_used_at && (agoWords(token.last_used_at, locale) ?? devices('justNow'));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-40 flex-1">
        <p className="font-medium break-words">{token.name}</p>
        <p className="text-xs text-ink-soft">
          {token.scopes.includes('write') ? t('canWrite') : t('canRead')}
          {` · ${used ? t('used', { when: used }) : t('unused')} · `}
          <span className={isOver ? 'text-danger' : undefined}>{t(isOver ? 'over' : 'until', { date })}</span>
        </p>
      </div>
      {!isOver && (
        <Button look="outline" aria-label={t('revokeOf', { name: token.name })} onClick={onRevoke}>
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
