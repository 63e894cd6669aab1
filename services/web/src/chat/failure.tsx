'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';
import { Button } from '../ui/button.tsx';

/** A wait that one can watch; what takes longer is for the person to decide. */
const LONGEST_WAIT = 60;

/** Why a message did not go through, and what happens next: by itself where the api says when, else at a tap. */
export function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('chat');
  const problems = useTranslations('problems');
  const left = useCountdown(error, onRetry);
  const reason =
    error instanceof Problem
      ? problemSentence(problems, error, { isTriedAgain: left !== undefined })
      : t('unknownReason');
  return (
    <div className="mt-4 flex items-center justify-between gap-2 rounded-xl bg-danger-soft py-1.5 ps-4 pe-1.5 text-sm">
      <div className="min-w-0">
        <p className="whitespace-pre-line">{t('failed', { reason })}</p>
        {/* Not read out every second. */}
        {left !== undefined && <p aria-live="off">{t('retryIn', { count: left })}</p>}
      </div>
      <Button look="plain" className="shrink-0 text-danger" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}

/** The seconds until it is tried again by itself; nothing when that is not to be. */
function useCountdown(error: Error, onRetry: () => void): number | undefined {
  const wait = error instanceof Problem ? error.retryAfter : undefined;
  const [left, setLeft] = useState(wait);
  const retry = useRef(onRetry);
  retry.current = onRetry;
  useEffect(() => {
    setLeft(wait);
    if (wait === undefined || wait > LONGEST_WAIT) return;
    const until = Date.now() + wait * 1000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds > 0) return;
      clearInterval(timer);
      retry.current();
    }, 250);
    return () => clearInterval(timer);
  }, [wait]);
  return left !== undefined && left <= LONGEST_WAIT ? left : undefined;
}
