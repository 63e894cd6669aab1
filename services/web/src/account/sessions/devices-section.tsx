'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Card } from '../page/card.tsx';
import { Loaded } from '../page/loaded.tsx';
import { useProblemWords } from '../problem-words.ts';
import { type Session, useEndOtherSessions, useEndSession, useSessions } from './session-queries.ts';
import { SessionRow, useDeviceWords } from './session-row.tsx';

/** Where the account is signed in, and how to end that. */
export default function DevicesSection() {
  const t = useTranslations('devices');
  const page = useTranslations('accountPage');
  const words = useProblemWords();
  const deviceWords = useDeviceWords();
  const sessions = useSessions();
  const one = useEndSession();
  const others = useEndOtherSessions();
  const [asking, setAsking] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  const end = (session: Session) => {
    if (one.isPending) return;
    others.reset();
    // Its button goes with it; the list stays.
    one.mutate(session, { onSuccess: () => list.current?.focus() });
  };
  const endOthers = () => {
    setAsking(false);
    one.reset();
    others.mutate(undefined, { onSuccess: () => list.current?.focus() });
  };
  const failed = one.error ?? others.error;
  const success = one.isSuccess
    ? t('ended', { device: deviceWords(one.variables.device) })
    : others.isSuccess
      ? t('othersEnded')
      : undefined;

  return (
    <Card title={page('devices')} lead={t('lead')}>
      <FormAnswer failure={failed ? words(failed) : undefined} success={success} />
      <Loaded query={sessions} rows={2}>
        {(all) => (
          <>
            <ul ref={list} tabIndex={-1} aria-label={t('list')} className="divide-y divide-line outline-none">
              {all.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  isEnding={one.isPending && one.variables.id === session.id}
                  onEnd={() => end(session)}
                />
              ))}
            </ul>
            {all.length > 1 ? (
              <Button
                look="outline"
                aria-disabled={others.isPending}
                onClick={() => setAsking(true)}
                className="justify-self-start"
              >
                {t('endOthers')}
              </Button>
            ) : (
              <p className="text-sm text-ink-soft">{t('alone')}</p>
            )}
          </>
        )}
      </Loaded>
      {asking && (
        <ConfirmDialog
          title={t('endOthersAsk')}
          lead={t('endOthersLead')}
          action={t('endOthers')}
          onConfirm={endOthers}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
