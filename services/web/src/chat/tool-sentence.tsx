'use client';

import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { timeZone } from '../api-client/time-zone.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { dueWords } from '../tasks/due-words.ts';
import type { ToolCall } from './tool-call.ts';
import { deedOf } from './what-was-done.ts';

/** What a call is doing, did or could not do, as a sentence. */
export function ToolSentence({ call }: { call: ToolCall }) {
  const t = useTranslations('tools');
  const locale = useLocale();
  const { state, known, title, tool } = call;
  if (state === 'waiting') return t('waiting');
  if (state === 'denied') return t('denied');
  if (!known) {
    const key = { running: 'otherRunning', done: 'other', failed: 'otherFailed' } as const;
    return t(key[state], { tool });
  }
  if (state === 'running') return t(`${known}Running`);
  if (state === 'failed') return t(`${known}Failed`);
  const deed = deedOf(call) ?? { key: known };
  if (deed.key === 'found') return t('found', { count: deed.count });
  if ('due' in deed) {
    const now = { now: new Date(), timeZone: timeZone(), locale: formattingLocale(locale) };
    return t.rich(deed.key, { title, em, when: dueWords(deed.due, now)?.words ?? '' });
  }
  if ('before' in deed) return t.rich('renamed', { title, em, before: deed.before });
  return t.rich(deed.key, { title, em });
}

// Of a direction of its own, whatever the sentence around it has.
const em = (text: ReactNode) => (
  <em dir="auto" className="font-medium text-ink not-italic">
    {text}
  </em>
);
