import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';

/** How to say what went wrong, in a sentence that says what to do. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problems');
  return useCallback(
    (error) => {
      if (error instanceof Problem) return problemSentence(t, error, { isAlone: true });
      return t('failed', { reason: String(error) });
    },
    [t],
  );
}
