'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { request } from '../api-client/request.ts';
import { remember } from '../browser/stored-text.ts';
import { Button } from '../ui/button.tsx';
import type { AuthMode } from './auth-card.tsx';
import { checkFields, explainProblem, type FieldErrors, type FieldName } from './auth-errors.ts';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { useProblemWords } from './problem-words.ts';
import { returningCookie } from './returning.ts';
import { keepEmail } from './typed-email.ts';

interface Props {
  mode: AuthMode;
  onSignedIn: () => void;
  onOtherMode: (mode: AuthMode) => void;
}

/** The form of both modes, with its errors beside the fields they are about. */
export function AuthForm({ mode, onSignedIn, onOtherMode }: Props) {
  const t = useTranslations('account');
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [working, setWorking] = useState(false);

  const show = (found: FieldErrors) => {
    setErrors(found);
    const first = (['name', 'email', 'password'] as const).find((name) => found[name]);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    const found = checkFields(mode, values);
    show(found);
    if (Object.keys(found).length > 0) return;
    setWorking(true);
    try {
      const { name, email, password } = values;
      const pair = { email: email.trim(), password };
      await (mode === 'sign-up'
        ? request('post', '/api/auth/sign-up/email', { body: { name: name.trim(), ...pair } })
        : request('post', '/api/auth/sign-in/email', { body: pair }));
      remember(returningCookie, '1');
      onSignedIn();
    } catch (error) {
      setWorking(false);
      show(explainProblem(mode, error instanceof Problem ? error : new Problem(0, '')));
    }
  };

  const field = (name: FieldName) => ({
    name,
    value: values[name],
    error: errors[name] && t(errors[name]),
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      setErrors(({ [name]: _mended, form: _old, ...others }) => others);
    },
  });

  return (
    <Form ref={form} onSubmit={submit} className="gap-4">
      {mode === 'sign-up' && (
        <Field label={t('name')} autoComplete="name" maxLength={100} {...field('name')} />
      )}
      <Field label={t('email')} type="email" autoComplete="email" inputMode="email" {...field('email')} />
      <Field
        label={t('password')}
        type="password"
        autoComplete={mode === 'sign-up' ? 'new-password' : 'current-password'}
        hint={mode === 'sign-up' ? t('passwordHint') : undefined}
        {...field('password')}
      />
      <div role="alert" className="empty:hidden">
        {errors.form && (
          <p className="rounded-lg bg-danger-soft px-3 py-2 text-sm whitespace-pre-line text-danger">
            {errors.form === 'wrongPair' ? t(errors.form) : words(errors.form)}
          </p>
        )}
        {errors.email === 'emailTaken' && (
          <Button look="outline" className="w-full" onClick={() => onOtherMode('sign-in')}>
            {t('signIn')}
          </Button>
        )}
      </div>
      <Button type="submit" aria-disabled={working} className="mt-1">
        {working ? t('working') : mode === 'sign-up' ? t('create') : t('signIn')}
      </Button>
      {mode === 'sign-in' && (
        <a
          href="/forgot-password"
          onClick={() => keepEmail(values.email)}
          className="-my-2 inline-flex min-h-11 items-center justify-self-center rounded-lg px-3 text-sm text-pine-deep underline underline-offset-4"
        >
          {t('forgot')}
        </a>
      )}
    </Form>
  );
}
