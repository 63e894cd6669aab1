'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../../api-client/problem.ts';
import { request } from '../../api-client/request.ts';
import { remember } from '../../browser/stored-text.ts';
import { Button } from '../../ui/button.tsx';
import { isLongEnough } from '../auth-errors.ts';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { useProblemWords } from '../problem-words.ts';
import { returningCookie } from '../returning.ts';
import { Outcome } from './outcome.tsx';
import { takeToken } from './token-in-address.ts';

const asButton =
  'inline-flex min-h-11 items-center justify-center rounded-lg bg-pine px-4 font-medium text-on-pine hover:bg-pine-deep';

/** A new password, by the link of a mail. */
export function ResetForm() {
  const t = useTranslations('recovery');
  const account = useTranslations('account');
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const token = useRef<string>(undefined);
  const [state, setState] = useState<'form' | 'no-token' | 'done'>('form');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [working, setWorking] = useState(false);

  useEffect(() => {
    token.current = takeToken() ?? token.current;
    if (!token.current) setState('no-token');
    // The link of another mail, opened in this tab, only changes what is behind the #.
    const onHash = () => {
      const newer = takeToken();
      if (!newer) return;
      token.current = newer;
      setProblem(undefined);
      setState('form');
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working || !token.current) return;
    setProblem(undefined);
    if (!isLongEnough(password)) {
      setWrong(account('passwordShort'));
      form.current?.querySelector('input')?.focus();
      return;
    }
    setWorking(true);
    try {
      await request('post', '/api/auth/reset-password', {
        body: { token: token.current, newPassword: password },
      });
      token.current = undefined;
      remember(returningCookie, '1');
      setState('done');
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };

  if (state === 'no-token') {
    return (
      <Outcome title={t('noTokenTitle')} lead={t('noToken')}>
        <a href="/forgot-password" className={asButton}>
          {t('newLink')}
        </a>
      </Outcome>
    );
  }
  if (state === 'done') {
    return (
      <Outcome title={t('doneTitle')} lead={t('done')}>
        <a href="/" className={asButton}>
          {t('toSignIn')}
        </a>
      </Outcome>
    );
  }
  const isOver = problem instanceof Problem && problem.kind === 'reset-token-invalid';
  return (
    <Form ref={form} onSubmit={submit} className="gap-4">
      <h1 className="font-display text-2xl font-semibold">{t('resetTitle')}</h1>
      <p className="text-ink-soft">{t('resetLead')}</p>
      <Field
        label={t('next')}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={account('passwordHint')}
        value={password}
        error={wrong}
        onChange={(value) => {
          setPassword(value);
          setWrong(undefined);
        }}
      />
      <FormAnswer failure={problem === undefined ? undefined : words(problem)} />
      {isOver && (
        <a href="/forgot-password" className={asButton}>
          {t('newLink')}
        </a>
      )}
      {!isOver && (
        <Button type="submit" aria-disabled={working}>
          {working ? t('saving') : t('save')}
        </Button>
      )}
    </Form>
  );
}
