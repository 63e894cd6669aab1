'use client';

import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { newKey } from '../../api-client/new-key.ts';
import { useUser } from '../../shell/user-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Card } from '../page/card.tsx';
import { useProblemWords } from '../problem-words.ts';
import { ImportAnswer } from './import-answer.tsx';
import { importFile, typeOf, WrongFile } from './import-file.ts';

const LARGEST_BYTES = 10_000_000;

interface Chosen {
  file: File;
  key: string;
}

/** Tasks out of a file. */
export function ImportCard() {
  const t = useTranslations('data');
  const locale = useLocale();
  const words = useProblemWords();
  const user = useUser();
  const input = useRef<HTMLInputElement>(null);
  const cancel = useRef<AbortController>(undefined);
  const [chosen, setChosen] = useState<Chosen>();
  const [refusal, setRefusal] = useState<string>();
  const [sent, setSent] = useState(0);

  const bring = useMutation({
    mutationFn: ({ file, key }: Chosen) => {
      setSent(0);
      cancel.current = new AbortController();
      return importFile({ userId: user.id, file, key, onSent: setSent, signal: cancel.current.signal });
    },
    onSuccess: () => setChosen(undefined),
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    bring.reset();
    const wrong = typeOf(file) === undefined ? t('wrongType') : file.size > LARGEST_BYTES && t('tooLarge');
    setRefusal(wrong || undefined);
    setChosen(wrong ? undefined : { file, key: newKey() });
  };
  const isCancelled = bring.error instanceof DOMException;
  const failure = bring.error && !isCancelled && !(bring.error instanceof WrongFile) && words(bring.error);

  return (
    <Card title={t('import')} lead={t('importLead')}>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        aria-label={t('file')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          choose(event.target.files?.[0]);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="outline"
          aria-disabled={bring.isPending}
          onClick={() => !bring.isPending && input.current?.click()}
        >
          <Upload size={17} aria-hidden />
          {t('choose')}
        </Button>
        {chosen && (
          <span className="min-w-0 text-sm break-all">
            {t('chosen', { file: chosen.file.name, size: sizeWords(chosen.file.size, locale) })}
          </span>
        )}
      </div>
      {bring.isPending && (
        <div className="grid gap-1.5 text-sm">
          <p role="status">{sent < 1 ? t('sending') : t('reading')}</p>
          <progress
            aria-label={t('sending')}
            {...(sent < 1 ? { value: sent } : {})}
            className="h-2 w-full accent-pine"
          />
        </div>
      )}
      <FormAnswer failure={refusal ?? (failure || undefined)} />
      <ImportAnswer
        imported={bring.data}
        wrong={bring.error instanceof WrongFile ? bring.error : undefined}
      />
      {chosen && (
        <div className="flex flex-wrap gap-2">
          <Button aria-disabled={bring.isPending} onClick={() => !bring.isPending && bring.mutate(chosen)}>
            {t('start')}
          </Button>
          {bring.isPending && (
            <Button look="outline" onClick={() => cancel.current?.abort()}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function sizeWords(bytes: number, locale: string): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}
