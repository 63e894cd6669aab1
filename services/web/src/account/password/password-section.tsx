'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../../api-client/problem.ts';
import { request } from '../../api-client/request.ts';
import { useUser } from '../../shell/user-context.tsx';
import { Button } from '../../ui/button.tsx';
import { isLongEnough } from '../auth-errors.ts';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { Card } from '../page/card.tsx';
import { useProblemWords } from '../problem-words.ts';

interface Errors {
  current?: string;
  next?: string;
}

/** A new password for the old one. */
export default function PasswordSection() {
  const t = useTranslations('password');
  const page = useTranslations('accountPage');
  const account = useTranslations('account');
  const user = useUser();
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [endTokens, setEndTokens] = useState(false);
  const [errors, setErrors] = useState<Errors>({});

  const show = (found: Errors) => {
    setErrors(found);
    const first = found.current ? 'current' : found.next ? 'next' : undefined;
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    return first === undefined;
  };
  const change = useMutation({
    mutationFn: () =>
      request('put', '/api/{user_id}/password', {
        path: { user_id: user.id },
        body: { current_password: current, new_password: next, revoke_access_tokens: endTokens },
      }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
    onError: (error) => {
      if (isWrong(error)) show({ current: words(error) });
    },
  });
  const edited = (set: (value: string) => void) => (value: string) => {
    set(value);
    setErrors({});
    change.reset();
  };

  return (
    <Card title={page('password')} lead={t('lead')}>
      <Form
        ref={form}
        className="max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (change.isPending) return;
          const complete = show({
            ...(current ? {} : { current: account('passwordMissing') }),
            ...(isLongEnough(next) ? {} : { next: account('passwordShort') }),
          });
          if (complete) change.mutate();
        }}
      >
        {/* For password managers, which keep a password by its account. */}
        <input hidden readOnly type="email" name="email" autoComplete="username" value={user.email} />
        <Field
          label={t('current')}
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          value={current}
          error={errors.current}
          onChange={edited(setCurrent)}
        />
        <Field
          label={t('next')}
          name="next"
          type="password"
          autoComplete="new-password"
          maxLength={128}
          hint={account('passwordHint')}
          value={next}
          error={errors.next}
          onChange={edited(setNext)}
        />
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input
            type="checkbox"
            checked={endTokens}
            onChange={(event) => setEndTokens(event.target.checked)}
            className="size-5 shrink-0 accent-pine"
          />
          {t('endTokens')}
        </label>
        <FormAnswer
          failure={change.isError && !isWrong(change.error) ? words(change.error) : undefined}
          success={change.isSuccess ? t(endTokens ? 'changedWithTokens' : 'changed') : undefined}
        />
        <Button type="submit" aria-disabled={change.isPending} className="justify-self-start">
          {change.isPending ? t('changing') : t('change')}
        </Button>
      </Form>
    </Card>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'wrong-password';
}
