'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '../../api-client/request.ts';
import { Button } from '../../ui/button.tsx';
import { isEmail } from '../auth-errors.ts';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { useProblemWords } from '../problem-words.ts';
import { takeEmail } from '../typed-email.ts';
import { Outcome } from './outcome.tsx';

/** Asks for a mail with a link; the answer is the same whether or not the address has an account. */
export function ForgotForm() {
  const t = useTranslations('recovery');
  const account = useTranslations('account');
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [working, setWorking] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  useEffect(() => setEmail((typed) => takeEmail() || typed), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    setFailure(undefined);
    if (!isEmail(email)) {
      setWrong(account('emailInvalid'));
      form.current?.querySelector('input')?.focus();
      return;
    }
    setWorking(true);
    try {
      await request('post', '/api/auth/request-password-reset', { body: { email: email.trim() } });
      setSentTo(email.trim());
    } catch (error) {
      setFailure(words(error));
    } finally {
      setWorking(false);
    }
  };

  if (sentTo) {
    return (
      <Outcome title={t('sentTitle')} lead={t('sent', { email: sentTo })}>
        <Button look="outline" onClick={() => setSentTo(undefined)}>
          {t('again')}
        </Button>
      </Outcome>
    );
  }
  return (
    <Form ref={form} onSubmit={submit} className="gap-4">
      <h1 className="font-display text-2xl font-semibold">{t('forgotTitle')}</h1>
      <p className="text-ink-soft">{t('forgotLead')}</p>
      <Field
        label={account('email')}
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        value={email}
        error={wrong}
        onChange={(value) => {
          setEmail(value);
          setWrong(undefined);
        }}
      />
      <FormAnswer failure={failure} />
      <Button type="submit" aria-disabled={working}>
        {working ? t('sending') : t('send')}
      </Button>
    </Form>
  );
}
