import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { loadPart } from '../browser/load-part.ts';
import type { ChangeQueue } from './changes/change-queue.ts';

/** Says what became of each change, and takes the last one back. */
export function useChangeWords(userId: string, queue: ChangeQueue): () => void {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const queries = useQueryClient();
  const problems = useTranslations('problems');
  const tools = { t, problems, locale, userId, queue, queries };
  const latest = useRef(tools);
  latest.current = tools;

  const undo = useCallback((taskId?: number) => {
    loadPart(() => import('./undo-last.ts')).then(
      ({ undoLast }) => undoLast(latest.current, taskId),
      () => {},
    );
  }, []);
  useEffect(
    () =>
      queue.onOutcome((change, outcome) => {
        loadPart(() => import('./tell-outcome.ts')).then(
          ({ tellOutcome }) => tellOutcome({ ...latest.current, undo }, change, outcome),
          () => {},
        );
      }),
    [queue, undo],
  );
  return undo;
}
