'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { useProblemWords } from '../problem-words.ts';

interface Props<Data> {
  query: UseQueryResult<Data, Error>;
  /** How many lines it will be, about. */
  rows: number;
  children: (data: Data) => ReactNode;
}

/** What was asked of the api, once it has come: until then its shape, and a way on when it does not come. */
export function Loaded<Data>({ query, rows, children }: Props<Data>) {
  const t = useTranslations('accountPage');
  const shell = useTranslations('shell');
  const words = useProblemWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <div
        role="alert"
        className="grid justify-items-start gap-3 rounded-lg bg-danger-soft p-4 text-sm text-danger"
      >
        <p className="whitespace-pre-line">{t('loadFailed', { reason: words(query.error) })}</p>
        <Button look="outline" onClick={() => void query.refetch()}>
          {shell('tryAgain')}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={row} className="skeleton h-16" />
      ))}
    </div>
  );
}
