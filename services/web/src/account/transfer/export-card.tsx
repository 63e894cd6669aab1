'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useUser } from '../../shell/user-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Card } from '../page/card.tsx';
import { useProblemWords } from '../problem-words.ts';
import { downloadExport, type ExportFormat } from './download.ts';

/** Everything as a file. */
export function ExportCard() {
  const t = useTranslations('data');
  const words = useProblemWords();
  const user = useUser();
  const take = useMutation({ mutationFn: (format: ExportFormat) => downloadExport(user.id, format) });
  const button = (format: ExportFormat) => ({
    look: 'outline' as const,
    'aria-disabled': take.isPending,
    onClick: () => {
      if (!take.isPending) take.mutate(format);
    },
  });
  const isPreparing = (format: ExportFormat) => take.isPending && take.variables === format;
  return (
    <Card title={t('export')} lead={t('exportLead')}>
      <div className="flex flex-wrap gap-2">
        <Button {...button('json')}>
          <Download size={17} aria-hidden />
          {isPreparing('json') ? t('preparing') : t('json')}
        </Button>
        <Button {...button('csv')}>
          <Download size={17} aria-hidden />
          {isPreparing('csv') ? t('preparing') : t('csv')}
        </Button>
      </div>
      <FormAnswer
        failure={take.isError ? words(take.error) : undefined}
        success={take.isSuccess ? t('exported', { file: take.data }) : undefined}
      />
    </Card>
  );
}
