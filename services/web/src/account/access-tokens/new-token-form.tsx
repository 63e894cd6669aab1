'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import { FormAnswer } from '../form-answer.tsx';
import { useProblemWords } from '../problem-words.ts';
import { SelectField } from '../select-field.tsx';
import { type CreatedAccessToken, useCreateAccessToken } from './token-queries.ts';

const LIFETIMES = [7, 30, 90, 365];
const USUAL_LIFETIME = 90;

/** Name, rights and lifetime of a new token. */
export function NewTokenForm({ onMade }: { onMade: (token: CreatedAccessToken) => void }) {
  const t = useTranslations('programs');
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const create = useCreateAccessToken();
  const [name, setName] = useState('');
  const [may, setMay] = useState<'write' | 'read'>('write');
  const [days, setDays] = useState(USUAL_LIFETIME);
  const [nameMissing, setNameMissing] = useState(false);
  return (
    <Form
      ref={form}
      className="max-w-md gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (create.isPending) return;
        setNameMissing(!name.trim());
        if (!name.trim()) return form.current?.querySelector('input')?.focus();
        create.mutate(
          {
            name: name.trim(),
            scopes: may === 'write' ? ['read', 'write'] : ['read'],
            expires_in_days: days,
          },
          { onSuccess: onMade },
        );
      }}
    >
      <Field
        label={t('name')}
        name="token-name"
        autoComplete="off"
        maxLength={100}
        placeholder={t('namePlaceholder')}
        value={name}
        error={nameMissing ? t('nameMissing') : undefined}
        onChange={(value) => {
          setName(value);
          setNameMissing(false);
        }}
      />
      <div className="grid gap-1.5">
        <span aria-hidden className="text-sm font-medium">
          {t('may')}
        </span>
        <Segments
          label={t('may')}
          segments={[
            { value: 'write', words: t('write') },
            { value: 'read', words: t('read') },
          ]}
          value={may}
          onChange={setMay}
        />
      </div>
      <SelectField label={t('days')} value={String(days)} onChange={(value) => setDays(Number(value))}>
        {LIFETIMES.map((lifetime) => (
          <option key={lifetime} value={lifetime}>
            {t('daysCount', { count: lifetime })}
          </option>
        ))}
      </SelectField>
      <FormAnswer failure={create.isError ? words(create.error) : undefined} />
      <Button type="submit" aria-disabled={create.isPending} className="justify-self-start">
        {create.isPending ? t('making') : t('make')}
      </Button>
    </Form>
  );
}
