'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Loaded } from '../page/loaded.tsx';
import { useProblemWords } from '../problem-words.ts';
import { type AccessToken, useAccessTokens, useRevokeAccessToken } from './token-queries.ts';
import { TokenRow } from './token-row.tsx';

/** The tokens there are, and the way to end one. */
export function TokenList({ onRevoked }: { onRevoked: (token: AccessToken) => void }) {
  const t = useTranslations('programs');
  const words = useProblemWords();
  const tokens = useAccessTokens();
  const revoke = useRevokeAccessToken();
  const [asking, setAsking] = useState<AccessToken>();
  const list = useRef<HTMLDivElement>(null);
  const confirm = (token: AccessToken) => {
    setAsking(undefined);
    revoke.mutate(token, {
      onSuccess: () => {
        onRevoked(token);
        list.current?.focus();
      },
    });
  };
  return (
    <div ref={list} tabIndex={-1} className="grid gap-3 outline-none">
      <FormAnswer
        failure={revoke.isError ? words(revoke.error) : undefined}
        success={revoke.isSuccess ? t('revoked', { name: revoke.variables.name }) : undefined}
      />
      <Loaded query={tokens} rows={2}>
        {(all) =>
          all.length === 0 ? (
            <div className="rounded-xl bg-sunken p-4 text-sm">
              <p className="font-medium">{t('none')}</p>
              <p className="text-ink-soft">{t('noneLead')}</p>
            </div>
          ) : (
            <ul aria-label={t('list')} className="divide-y divide-line">
              {all.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setAsking(token)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {asking && (
        <ConfirmDialog
          title={t('revokeAsk', { name: asking.name })}
          lead={t('revokeLead')}
          action={t('revoke')}
          onConfirm={() => confirm(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
