'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { request } from '../api-client/request.ts';
import { remember } from '../shell/theme.ts';
import { Button } from '../ui/button.tsx';
import type { AuthMode } from './auth-card.tsx';
import { checkFields, explainProblem, type FieldErrors, type FieldName } from './auth-errors.ts';
import { Field } from './field.tsx';
import { returningCookie } from './returning.ts';

interface Props {
  mode: AuthMode;
  onSignedIn: () => void;
  onOtherMode: (mode: AuthMode) => void;
}

/** The form of both modes, with its errors beside the fields they are about. */
export function AuthForm({ mode, onSignedIn, onOtherMode }: Props) {
  const t = useTranslations('account');
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
      await request(`/api/auth/${mode}/email`, {
        method: 'POST',
        body:
          mode === 'sign-up'
            ? { name: name.trim(), email: email.trim(), password }
            : { email: email.trim(), password },
      });
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
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
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
          <p className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {t(errors.form, { reason: errors.reason ?? '' })}
          </p>
        )}
        {errors.email === 'emailTaken' && (
          <Button look="plain" className="text-pine-deep" onClick={() => onOtherMode('sign-in')}>
            {t('signIn')}
          </Button>
        )}
      </div>
      <Button type="submit" aria-disabled={working} className="mt-1">
        {working ? t('working') : mode === 'sign-up' ? t('create') : t('signIn')}
      </Button>
    </form>
  );
}
