'use client';

import { Check, CircleSlash, ShieldQuestion, TimerOff } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import type { Approval } from './approval.ts';
import { headingOf } from './approval-heading.ts';

interface Props {
  approval: Approval;
  /** A decision is on its way, or an answer. */
  busy: boolean;
  onDecide: (approval: Approval, approved: boolean) => void;
}

const icons = { approved: Check, rejected: CircleSlash, lapsed: CircleSlash, expired: TimerOff };

/** What the assistant would do, task by task, and the two buttons that decide on it. */
export function ApprovalCard({ approval, busy, onDecide }: Props) {
  const t = useTranslations('approval');
  const heading = useId();
  const expired = useIsPast(approval.expiresAt);
  const state = approval.state === 'open' && expired ? 'expired' : approval.state;
  const card = useRef<HTMLElement>(null);
  const decide = (approved: boolean) => {
    if (busy) return;
    // The buttons go away with the answer: who pressed one stays where it is told what became of it.
    card.current?.focus();
    onDecide(approval, approved);
  };
  const Icon = state === 'open' ? ShieldQuestion : icons[state];
  return (
    <section
      ref={card}
      tabIndex={-1}
      // Only what waits is a place of its own to go to; there may be many decided ones of one name.
      aria-labelledby={state === 'open' ? heading : undefined}
      className="rise my-2 grid gap-3 rounded-2xl border border-line-strong bg-surface p-4 outline-none"
    >
      <h2 id={heading} className="flex items-start gap-2 font-medium">
        <Icon
          size={20}
          aria-hidden
          className={state === 'open' ? 'shrink-0 text-apricot' : 'shrink-0 text-ink-soft'}
        />
        {headingOf(approval, t)}
      </h2>
      <ul className="grid max-h-64 gap-1 overflow-y-auto ps-7 text-sm" dir="auto">
        {approval.calls.map(({ id, task, title }) => (
          <li key={id} className="break-words">
            <bdi>{title || t('untitled')}</bdi>
            {task !== undefined && <span className="text-ink-soft"> #{task}</span>}
          </li>
        ))}
      </ul>
      {state === 'open' ? (
        <div className="grid gap-2 wide:flex">
          <Button
            look={approval.calls.some(({ tool }) => tool === 'delete_task') ? 'danger' : 'primary'}
            aria-disabled={busy}
            className="aria-disabled:opacity-60"
            onClick={() => decide(true)}
          >
            {t('approve')}
          </Button>
          <Button
            look="outline"
            aria-disabled={busy}
            className="aria-disabled:opacity-60"
            onClick={() => decide(false)}
          >
            {t('reject')}
          </Button>
        </div>
      ) : (
        <p role="status" className="ps-7 text-sm text-ink-soft">
          {t(state)}
        </p>
      )}
    </section>
  );
}

function useIsPast(moment: number): boolean {
  const [past, setPast] = useState(() => moment <= Date.now());
  useEffect(() => {
    const left = moment - Date.now();
    setPast(left <= 0);
    if (!(left > 0)) return;
    const timer = setTimeout(() => setPast(true), left);
    return () => clearTimeout(timer);
  }, [moment]);
  return past;
}
