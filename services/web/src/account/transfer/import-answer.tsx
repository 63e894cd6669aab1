'use client';

import { useTranslations } from 'use-intl';
import { FormAnswer } from '../form-answer.tsx';
import type { Imported, WrongFile } from './import-file.ts';
import { MistakeTable } from './mistake-table.tsx';

interface Props {
  imported: Imported | undefined;
  wrong: WrongFile | undefined;
}

/** What an import has added, or why it added nothing. */
export function ImportAnswer({ imported, wrong }: Props) {
  const t = useTranslations('data');
  const total = wrong ? wrong.mistakes.length + wrong.more : 0;
  return (
    <>
      <FormAnswer
        failure={wrong && t('nothingImported', { total })}
        success={
          imported && (
            <>
              {t('imported', { tasks: imported.tasks, conversations: imported.conversations })}
              {imported.trashed > 0 && ` ${t('toTrash', { trashed: imported.trashed })}`}
            </>
          )
        }
      />
      {wrong && <MistakeTable mistakes={wrong.mistakes} more={wrong.more} />}
    </>
  );
}
