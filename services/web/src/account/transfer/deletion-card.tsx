'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../../api-client/problem.ts';
import { request } from '../../api-client/request.ts';
import { useUser } from '../../shell/user-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Field } from '../field.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Card } from '../page/card.tsx';
import { useProblemWords } from '../problem-words.ts';

/** The end of the account. */
export function DeletionCard() {
  const t = useTranslations('data');
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t('delete')} lead={t('deleteLead')} isDangerous>
      <Button
        look="plain"
        onClick={() => setAsking(true)}
        className="justify-self-start border border-danger text-danger hover:bg-danger-soft"
      >
        {t('deleteButton')}
      </Button>
      {asking && <DeletionDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}

function DeletionDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('data');
  const account = useTranslations('account');
  const words = useProblemWords();
  const user = useUser();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const deletion = useMutation({
    mutationFn: () =>
      request('post', '/api/{user_id}/deletion', { path: { user_id: user.id }, body: { password } }),
    onSuccess: () => {
      // Nothing of this person stays, here neither; then a whole new page.
      localStorage.clear();
      sessionStorage.clear();
      window.location.assign('/');
    },
    onError: (problem) => {
      if (isWrong(problem)) setError(words(problem));
    },
  });
  return (
    <ConfirmDialog
      title={t('deleteAsk')}
      lead={t('deleteAskLead')}
      action={deletion.isPending ? t('deleting') : t('deleteNow')}
      onClose={onClose}
      onConfirm={() => {
        if (deletion.isPending || deletion.isSuccess) return;
        setError(password ? undefined : t('passwordMissing'));
        if (password) deletion.mutate();
      }}
    >
      <input hidden readOnly type="email" name="email" autoComplete="username" value={user.email} />
      <Field
        label={account('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        error={error}
        onChange={(value) => {
          setPassword(value);
          setError(undefined);
          deletion.reset();
        }}
      />
      <FormAnswer
        failure={deletion.isError && !isWrong(deletion.error) ? words(deletion.error) : undefined}
      />
    </ConfirmDialog>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'wrong-password';
}
